def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Wrong calls of slot wrappers, method descriptors, class methods and getset descriptors.
for f in [
    lambda: (5).__pow__(), lambda: (5).__pow__(1, 2, 3), lambda: (5).__rpow__(), lambda: (5).__add__(), lambda: [].__init__(1, 2),
    lambda: (lambda: 0).__get__(), lambda: (lambda: 0).__get__(1, 2, 3), lambda: int.__add__(), lambda: int.__add__("a"),
    lambda: int.__add__(1, 2, 3), lambda: (5).__add__(a=1), lambda: (5).__hash__(1), lambda: [].__len__(1),
    lambda: [].__setitem__(1), lambda: (5).__pow__(a=1), lambda: (5).__rpow__(a=1), lambda: object().__init__(1),
    lambda: object.__init__(), lambda: [].__iter__(1), lambda: iter([]).__next__(1), lambda: [].__contains__(),
    lambda: object().__setattr__(1), lambda: object().__setattr__(1, 2), lambda: object().__getattribute__(),
    lambda: object().__getattribute__(1), lambda: property().__get__(), lambda: property().__set__(1), lambda: property().__delete__(),
    lambda: property().__get__(None, None), lambda: object().__eq__(), lambda: object().__eq__(1, 2), lambda: object().__eq__(a=2),
    lambda: object.__repr__(), lambda: object().__repr__(1), lambda: object().__repr__(a=1), lambda: [].__mul__("a"),
    lambda: [].__getitem__(), lambda: "".__rmul__(1.0), lambda: b"".__getitem__("q"), lambda: [].__delitem__(),
    lambda: object.__dir__(), lambda: object().__dir__(1), lambda: object().__reduce_ex__(), lambda: object().__reduce_ex__("a"),
    lambda: object().__format__(), lambda: object().__format__(1), lambda: object().__sizeof__(1),
    lambda: object().__init_subclass__(1), lambda: object.__subclasshook__(), lambda: list.append(), lambda: list.append(1),
    lambda: list.append(1, 2), lambda: [].append(), lambda: [].append(1, 2), lambda: [].append(x=1), lambda: dict.fromkeys(),
    lambda: dict.__dict__["fromkeys"](), lambda: dict.__dict__["fromkeys"](1), lambda: dict.__dict__["fromkeys"](int),
    lambda: dict.__dict__["fromkeys"].__get__(1), lambda: dict.__dict__["fromkeys"].__get__(None, 1),
    lambda: dict.__dict__["fromkeys"].__get__(None, int), lambda: list.append.__get__(1), lambda: list.append.__get__(),
    lambda: int.real.__get__("a"), lambda: int.real.__set__(1, 2), lambda: int.real.__set__("", 2), lambda: int.real.__delete__(1),
    lambda: setattr(1, "real", 3), lambda: slice.start.__set__(slice(1), 3),
    lambda: object.__new__(), lambda: object.__new__(1), lambda: object.__new__(int), lambda: int.__new__(str), lambda: object.__new__(type(len)),
    lambda: type.__call__(), lambda: type.__call__(type(len)), lambda: type(None)(1), lambda: type("X"), lambda: type(1, 2), lambda: type(1, 2, 3),
    lambda: type("X", [], {}), lambda: type("X", (), []), lambda: type("X", (1,), {}), lambda: type("X", (bool,), {}), lambda: type("X\0", (), {}),
]:
    show(f)
