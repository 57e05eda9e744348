"""dataclasses and enum: creation, comparison, replace, asdict, members."""
from dataclasses import asdict, dataclass, field, replace
from enum import Enum


class Kind(Enum):
    LOW = 1
    MID = 2
    HIGH = 3


@dataclass(order=True)
class Item:
    weight: int
    name: str = "item"
    kind: Kind = field(default=Kind.LOW, compare=False)
    tags: list = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int


def main():
    items = [Item(i * 7919 % 1000, f"n{i}", Kind(i % 3 + 1)) for i in range(150_000)]
    items.sort()
    high = sum(1 for item in items if item.kind is Kind.HIGH)
    heavy = max(items)
    moved = [replace(item, weight=item.weight + 1) for item in items[:60_000]]
    flat = [asdict(item) for item in items[:30_000]]
    points = {Point(i % 200, i % 300) for i in range(160_000)}
    same = sum(a == b for a, b in zip(items, moved))
    print(items[0], high, heavy, moved[0].weight, flat[5], len(points), same)


main()
