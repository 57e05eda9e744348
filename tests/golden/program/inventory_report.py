# A small shop: dataclasses, enums, generators, context managers, formatting, sorting, exceptions and JSON together.
from __future__ import annotations
import dataclasses, enum, json, contextlib, collections, functools, itertools, re
class Category(enum.StrEnum):
    TOOL = enum.auto(); FOOD = enum.auto(); TOY = enum.auto()
class StockError(Exception):
    def __init__(self, item: Item, wanted: int): super().__init__(item, wanted); self.item, self.wanted = item, wanted
    def __str__(self): return f"cannot take {self.wanted} of {self.item.name!r}: {self.item.count} left"
@functools.total_ordering
@dataclasses.dataclass(eq=False)
class Item:
    name: str
    price: float
    category: Category
    count: int = 0
    tags: frozenset[str] = frozenset()
    log: list[str] = dataclasses.field(default_factory=list, repr=False)
    def __post_init__(self):
        if self.price < 0: raise ValueError(f"negative price for {self.name}: {self.price}")
    def __eq__(self, other): return isinstance(other, Item) and self.key == other.key
    def __lt__(self, other): return self.key < other.key if isinstance(other, Item) else NotImplemented
    def __hash__(self): return hash(self.key)
    @property
    def key(self): return (self.category, self.name)
    @property
    def value(self): return self.price * self.count
    def take(self, n):
        if n > self.count: raise StockError(self, n)
        self.count -= n; self.log.append(f"-{n}"); return self
class Shop:
    pattern = re.compile(r"(?P<name>[\w ]+?)\s*x\s*(?P<n>\d+)(?:\s*@\s*(?P<price>[\d.]+))?")
    def __init__(self, items=()): self.items = {i.name: i for i in items}
    def __iter__(self): return iter(sorted(self.items.values()))
    def __len__(self): return sum(i.count for i in self)
    def __getitem__(self, k):
        match k:
            case Category(): return [i for i in self if i.category is k]
            case str(): return self.items[k]
            case slice(start=lo, stop=hi): return [i for i in self if (lo is None or i.price >= lo) and (hi is None or i.price < hi)]
            case _: raise TypeError(f"bad key {k!r}")
    def __contains__(self, k): return k in self.items
    def __format__(self, spec):
        width = int(spec or 20)
        return "\n".join(f"{i.name:.<{width}}{i.count:>4} x {i.price:>8,.2f} = {i.value:>10,.2f}" for i in self) + f"\n{'total':=<{width}}{len(self):>4}   {'':8}   {sum(i.value for i in self):>10,.2f}"
    @contextlib.contextmanager
    def transaction(self):
        saved = {n: (i.count, len(i.log)) for n, i in self.items.items()}
        try: yield self
        except StockError as e:
            for n, (c, l) in saved.items(): self.items[n].count = c; del self.items[n].log[l:]
            e.add_note(f"rolled back {len(saved)} items"); raise
    def order(self, text):
        for m in self.pattern.finditer(text): yield self[m["name"].strip()].take(int(m["n"])), m.groupdict()
    def groups(self):
        for c, g in itertools.groupby(self, key=lambda i: i.category): yield c, [i.name for i in g]
shop = Shop([Item("hammer", 12.5, Category.TOOL, 10), Item("saw", 20, Category.TOOL, 3, frozenset({"sharp"})), Item("apple", 0.25, Category.FOOD, 400), Item("robot", 1999.99, Category.TOY, 2), Item("ball", 3, Category.TOY, 50)])
print(f"{shop:16}"); print(dict(shop.groups()), [i.name for i in shop[Category.TOY]], [i.name for i in shop[1:15]], "saw" in shop, len(shop))
for text in ("hammer x 2, apple x 100 @ 0.20", "ball x 10, robot x 3", "unicorn x 1", "nothing", "saw x 1; saw x 1; saw x 1; saw x 1"):
    try:
        with shop.transaction() as s: print(text, "->", [(i.name, d["n"], d["price"]) for i, d in s.order(text)])
    except StockError as e: print(type(e).__name__, e, e.__notes__, e.args[1])
    except LookupError as e: print(type(e).__name__, e)
print({i.name: (i.count, i.log) for i in shop}); print(repr(shop["saw"]), shop["saw"] == Item("saw", 1, Category.TOOL), shop["saw"] < shop["ball"], max(shop).name, sorted(shop, key=lambda i: (-i.value, i.name))[0].name)
for bad in (lambda: Item("x", -1, Category.FOOD), lambda: shop[5], lambda: Item("a", 1, Category.TOY) < 5, lambda: Item("a"), lambda: Category("nope"), lambda: f"{shop:q}", lambda: dataclasses.replace(shop["saw"], price=-3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
text = json.dumps([dataclasses.asdict(i) | {"tags": sorted(i.tags)} for i in shop], indent=1, sort_keys=True); print(text[:120], len(text)); back = [Item(**(d | {"category": Category(d["category"]), "tags": frozenset(d["tags"])})) for d in json.loads(text)]; print(back == list(shop), [f.name for f in dataclasses.fields(Item)])
print(collections.Counter(c for i in shop for c in i.name).most_common(4), functools.reduce(lambda a, i: a + i.value, shop, 0.0), list(itertools.accumulate(i.count for i in shop)), *(f"{c.name}={c.value}" for c in Category))
