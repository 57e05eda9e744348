# "Did you mean": names, attributes, imports, keywords, self., and the cases without a hint.
import re, sys, traceback, types, collections
def hint(f):
    try: f()
    except BaseException as e: print(re.sub(r" \(/[^)]*\)", " (place)", "".join(traceback.format_exception_only(e)).strip()))
class Point:
    __slots__ = ("x_coord", "y_coord")
    def move(self): return moov
    def length(self): return lenght_of
class Bag:
    content_list = 1
    def __init__(self): self.items_stored = 1; self._private = 2
    def get(self): return items_stored
    def get2(self): return content_list
    def method_one(self): return methd_one()
    @classmethod
    def make(cls): return content_list
    def nested(self): return (lambda: items_stored)()
value_one = 1
def local():
    counter_value = 1
    return countr_value
def free():
    outer_variable = 1
    def inner(): outer_variable; return outer_varable
    return inner()
def unbound():
    print(local_thing)
    local_thing = 1
class DirRaises:
    def __dir__(self): raise ValueError
class DirOdd:
    def __dir__(self): return ["nme", 5, "namee"]
class Dyn:
    def __getattr__(self, n): raise AttributeError(n)
class Named:
    existing = 1
    def __getattr__(self, n): raise AttributeError(f"custom {n}", name=n, obj=self)
def kw(alpha, *, beta_value=1): pass
for f in (lambda: Point().x_cord, lambda: Point().mov, lambda: Bag().items_stord, lambda: Bag().privat, lambda: Bag()._privat, lambda: Bag().content_lst, lambda: Bag.content_lst, lambda: Bag().completely_different, lambda: Bag().a, lambda: Bag().get2(), lambda: Bag().get(), lambda: Bag().method_one(), Bag.make, Bag().nested, lambda: value_on, lambda: valeu_one, lambda: VALUE_ONE, lambda: pritn, lambda: prin, lambda: Excepton, lambda: x, lambda: q_w_e, local, free, unbound, lambda: sys.versoin, lambda: sys.zzzz, lambda: "s".uper, lambda: [].apend, lambda: (1).bit_lenght, lambda: {}.kyes, lambda: None.foo, lambda: collections.OrderdDict, lambda: exec("from collections import OrderdDict"), lambda: exec("from collections import zzzqq"), lambda: exec("import colections"), lambda: exec("import collectons.abc"), lambda: exec("import os.pth"), lambda: exec("from os import pth"), lambda: exec("from sys import verison"), lambda: DirRaises().nam, lambda: Dyn().exsting, lambda: Named().exsting, lambda: kw(1, beta_valu=2), lambda: kw(alph=1), lambda: int("1", bas=2), lambda: sorted([], revers=1), lambda: print(1, spe=2), lambda: open("x", mod="r"), lambda: dict.fromkey, lambda: types.FunctonType, lambda: maxsize, lambda: math, lambda: json, lambda: os, lambda: np, lambda: TRue, lambda: true, lambda: none, lambda: null, lambda: Self, lambda: async_, lambda: setattr(Point(), "x_cord", 1), lambda: getattr(Bag(), "items_stord"), lambda: Bag().__len__, lambda: Bag().__inti__, lambda: (lambda ab: abc)(1), lambda: [aab for aaa in [1]], lambda: {}.has_key, lambda: "".decode, lambda: [].add, lambda: [].length, lambda: {}.add, lambda: {1}.append, lambda: (1,).append, lambda: "".push, lambda: "".toUpperCase, lambda: [].push, lambda: [].concat, lambda: {}.put, lambda: [].addAll, lambda: {}.items_): hint(f)
e = NameError("name 'pritn' is not defined"); hint(lambda: (_ for _ in ()).throw(e)); hint(lambda: (_ for _ in ()).throw(NameError("x", name="pritn"))); hint(lambda: (_ for _ in ()).throw(AttributeError("msg", name="uper", obj="s"))); hint(lambda: (_ for _ in ()).throw(AttributeError("msg", name="uper"))); hint(lambda: (_ for _ in ()).throw(ImportError("msg", name="collections", name_from="OrderdDict"))); hint(lambda: (_ for _ in ()).throw(AttributeError("msg", name=5, obj="s"))); hint(lambda: (_ for _ in ()).throw(AttributeError("one.", name="uper", obj="s"))); hint(lambda: (_ for _ in ()).throw(AttributeError("", name="uper", obj="s")))
for src in ("fro x import y", "imort os", "form os import path", "whille True: pass", "fr i in x: pass", "esle = 1 2", "if x:\n pass\nesle:\n pass", "clas A: pass", "deff f(): pass", "retrun 1", "pirnt 1", "def f():\n  yeild 1", "try:\n pass\nexcep: pass", "x = lamda: 1", "asert x y", "with open(x) ass f: pass", "a nad b", "nott a b", "import x form y", "for x ni y: pass", "print 'a'", "exec 'a'", "raise X, y", "match x:\n cas 1: pass", "aync def f(): pass", "global_ x", "brek x", "pas\ns s"):
    hint(lambda: compile(src, "<s>", "exec"))
