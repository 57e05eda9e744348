# with: one and several managers, targets, parentheses, suppression, wrong managers.
class Manager:
    def __init__(self, name, suppress=False, fail=None): self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self.name, len(self.name)
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return self.suppress
with Manager("a"): print("body")
with Manager("a") as (n, l), Manager("bb") as whole: print(n, l, whole)
with (Manager("p") as p, Manager("q"), Manager("r") as (*r,),): print(p, r)
with (Manager("t")): pass
with Manager("s", True): raise ValueError("swallowed")
print("goes on")
try:
    with Manager("x"), Manager("y", fail="enter"): print("never")
except RuntimeError as e: print("got", e)
try:
    with Manager("x", fail="exit"): raise ValueError("body")
except RuntimeError as e: print("got", e, "context", repr(e.__context__))
with Manager("outer", True), Manager("inner", fail="exit"): pass
def through():
    with Manager("ret"):
        return "value"
print(through())
for i in range(3):
    with Manager(str(i)):
        if i == 0: continue
        if i == 1: break
class Truthy:
    def __bool__(self): print("truth of the result"); return True
class M2(Manager):
    def __exit__(self, *a): return Truthy()
with M2("m2"): raise KeyError("m2")
class OnlyEnter:
    def __enter__(self): pass
class OnlyExit:
    def __exit__(self, *a): pass
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for bad in (5, "s", OnlyEnter(), OnlyExit(), Async(), None, Manager):
    try:
        with bad: pass
    except TypeError as e: print(e)
class Instance:
    def __init__(self): self.__enter__ = self.__exit__ = lambda *a: None
try:
    with Instance(): pass
except TypeError as e: print(e)
async def wrong(m):
    async with m: pass
for bad in (5, Manager("z"), OnlyEnter()):
    try: wrong(bad).send(None)
    except TypeError as e: print(e)
try:
    with Manager("u") as (a, b, c): pass
except ValueError as e: print(e)
