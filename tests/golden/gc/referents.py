import gc
class A:
    def __init__(self): self.x, self.y = [1], "s"
a = A()
rs = gc.get_referents(a)
print([1] in rs, "s" in rs, A in rs)
print(sorted(gc.get_referents([1, 2], (3,))), gc.get_referents(1, "a"), gc.get_referents())
print(gc.get_referents({"k": "v"}) in (["k", "v"], ["v", "k"]))
target = [0]
holder = [target]
tup = (target,)
found = gc.get_referrers(target)
print(holder in found, tup in found, len([o for o in found if o is holder]))
new = []
print(any(o is new for o in gc.get_objects()), any(o is new for o in gc.get_objects(0)), any(o is new for o in gc.get_objects(generation=2)))
