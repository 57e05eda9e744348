from collections import Counter
def step(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in near.items() if n == 3 or n == 2 and c in cells}
def parse(text): return {(x, y) for y, line in enumerate(text.split()) for x, ch in enumerate(line) if ch == "#"}
def show(cells, w=8, h=6): return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))
glider = parse(".#. ..# ###"); blinker = parse("... ### ...")
for name, cells in (("glider", glider), ("blinker", blinker), ("block", parse("## ##")), ("r", parse(".## ##. .#."))):
    print(name, sorted(cells))
    for generation in range(4): print(generation, len(cells)); print(show(cells)); cells = step(cells)
moved = glider
for _ in range(4): moved = step(moved)
print(moved == {(x + 1, y + 1) for x, y in glider}, step(step(blinker)) == blinker, step(set()))
seen, cells = {}, parse(".## ##. .#.")
for n in range(60):
    key = frozenset(cells)
    if key in seen: print("repeats", seen[key], n); break
    seen[key] = n; cells = step(cells)
else: print("still alive", len(cells))
