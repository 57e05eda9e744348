grid = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
rows = "ABCDEFGHI"; cols = "123456789"
squares = [r + c for r in rows for c in cols]
units = [[r + c for c in cols] for r in rows] + [[r + c for r in rows] for c in cols] + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
peers = {s: set().union(*(u for u in units if s in u)) - {s} for s in squares}
steps = 0
def assign(values, s, d): return all(eliminate(values, s, d2) for d2 in values[s].replace(d, "")) and values
def eliminate(values, s, d):
    global steps; steps += 1
    if d not in values[s]: return values
    values[s] = values[s].replace(d, "")
    if not values[s]: return False
    if len(values[s]) == 1 and not all(eliminate(values, p, values[s]) for p in peers[s]): return False
    for u in (u for u in units if s in u):
        places = [q for q in u if d in values[q]]
        if not places: return False
        if len(places) == 1 and len(values[places[0]]) > 1 and not assign(values, places[0], d): return False
    return values
def parse(grid):
    if len(grid) != 81: raise ValueError(f"grid of {len(grid)}")
    values = dict.fromkeys(squares, cols)
    for s, d in zip(squares, grid):
        if d in cols and not assign(values, s, d): raise ValueError(f"contradiction at {s}")
    return values
def search(values):
    if not values: return values
    if all(len(v) == 1 for v in values.values()): return values
    n, s = min((len(values[s]), s) for s in squares if len(values[s]) > 1)
    return next((r for d in values[s] if (r := search(assign(values.copy(), s, d)))), False)
v = search(parse(grid))
for i, r in enumerate(rows):
    print(" | ".join(" ".join(v[r + c] for c in cs) for cs in ("123", "456", "789")))
    if i in (2, 5): print("------+-------+------")
print(all(sorted(v[s] for s in u) == list(cols) for u in units), len(units), len(peers["A1"]), steps > 100)
for bad in ("1", "11" + "." * 79, "x" * 80):
    try: parse(bad)
    except ValueError as e: print(e)
