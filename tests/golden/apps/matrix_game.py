"""Rows, columns and symmetries: a board class with slicing, iteration protocols and in-place operators."""
from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import chain, product


class Board(Sequence):
    __slots__ = ("cells", "width", "height")
    __match_args__ = ("width", "height")

    def __init__(self, rows):
        rows = [list(r) for r in rows]
        if len({len(r) for r in rows}) != 1:
            raise ValueError(f"rows of {sorted({len(r) for r in rows})} cells")
        self.cells, self.width, self.height = rows, len(rows[0]), len(rows)

    @classmethod
    def filled(cls, width, height, value="."):
        return cls([[value] * width for _ in range(height)])

    def __len__(self):
        return self.height

    def __getitem__(self, key):
        match key:
            case int(y):
                return "".join(map(str, self.cells[y]))
            case slice():
                return Board(self.cells[key])
            case (int(x), int(y)):
                return self.cells[y][x]
            case (xs, ys):
                xs, ys = (k if isinstance(k, slice) else slice(k, k + 1) for k in (xs, ys))
                return Board(row[xs] for row in self.cells[ys])
            case _:
                raise TypeError(f"no place: {key!r}")

    def __setitem__(self, key, value):
        x, y = key
        if isinstance(x, slice) or isinstance(y, slice):
            for cx, cy in product(range(*x.indices(self.width)) if isinstance(x, slice) else [x], range(*y.indices(self.height)) if isinstance(y, slice) else [y]):
                self.cells[cy][cx] = value
        else:
            self.cells[y][x] = value

    def __matmul__(self, other: Board) -> Board:
        if not isinstance(other, Board):
            return NotImplemented
        return Board([sum(a * b for a, b in zip(row, col)) for col in zip(*other.cells)] for row in self.cells)

    def __imul__(self, n):
        self.cells = [row * n for row in self.cells]
        self.width *= n
        return self

    def __or__(self, other):
        return Board(a + b for a, b in zip(self.cells, other.cells, strict=True))

    def turned(self) -> Board:
        return Board(zip(*self.cells[::-1]))

    def neighbours(self, x, y) -> Iterator[object]:
        for dx, dy in product((-1, 0, 1), repeat=2):
            if (dx or dy) and 0 <= x + dx < self.width and 0 <= y + dy < self.height:
                yield self.cells[y + dy][x + dx]

    def __eq__(self, other):
        return self.cells == other.cells if isinstance(other, Board) else NotImplemented

    __hash__ = None

    def __str__(self):
        return "\n".join(self)

    def __repr__(self):
        return f"Board({self.width}x{self.height})"

    def __format__(self, spec):
        return (spec or "|").join(self)


b = Board.filled(4, 3)
b[1, 2] = "x"
b[2:, 0] = "#"
b[::3, 1:] = "o"
print(b, repr(b), f"{b}", f"{b:/}", len(b), list(reversed(b)), b.index("..##"), "o..o" in b, sep="\n")
print(b[-1, -1], b[0], b[1:], b[1:3, 0:2], b.turned(), b.turned().turned().turned().turned() == b, b != Board(["a"]), sep="\n")
for act in (lambda: b[9], lambda: b["x"], lambda: b[1, 9], lambda: Board(["ab", "c"]), lambda: Board([]), lambda: b @ 3, lambda: b | Board(["z"]), lambda: hash(b), lambda: b.__setitem__(5, 1), lambda: setattr(b, "name", 1)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
m = Board([[1, 2], [3, 4]])
print((m @ m).cells, (m @ Board([[1], [1]])).cells)
m *= 2
print(m.cells, (m | m).width, [list(m.neighbours(x, 0)) for x in range(m.width)])
random.seed(7)
mines = Board([["*" if random.random() < 0.3 else " " for _ in range(8)] for _ in range(4)])
print(Board([[c if (c := mines[x, y]) == "*" else sum(n == "*" for n in mines.neighbours(x, y)) or " " for x in range(8)] for y in range(4)]))
match b:
    case Board(4, 3):
        print("four by three", Board.__match_args__, Board.__slots__, Board.turned.__annotations__)
print(list(chain.from_iterable(b))[:5], min(b), sorted(b, key=str.count.__get__("o") if False else len), random.sample(list(b), 2), random.choices("ab", k=3))
