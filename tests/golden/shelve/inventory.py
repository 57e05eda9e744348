# An inventory kept with shelve over dbm.dumb: writeback, reopening, flags and errors.
import dbm
import dbm.dumb
import os
import pickle
import shelve
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "stock")
    with dbm.dumb.open(path, "n") as db:
        db["a"] = b"1"
        db[b"b"] = "zwei"
        db["long"] = b"x" * 700
        print(sorted(db.keys()), db["a"], db[b"b"], len(db), "a" in db, b"z" in db, db.get("z", b"none"), sorted(db.items())[:2], db.setdefault("c", b"3"), db.pop("c"))
        db["a"] = b"longer than before"
        for bad in [lambda: db["nope"], lambda: db.__setitem__(3, b""), lambda: db.__setitem__("k", 3), lambda: db.__delitem__("nope")]:
            try:
                print(bad())
            except Exception as error:
                print(type(error).__name__, error)
    print(sorted(os.listdir(folder)), open(path + ".dir", encoding="latin-1").read().splitlines(), os.path.getsize(path + ".dat"))
    print(dbm.whichdb(path), dbm.whichdb(os.path.join(folder, "none")))
    with dbm.dumb.open(path, "r") as db:
        print(db["a"], db["long"] == b"x" * 700)
        for bad in [lambda: db.__setitem__("x", b""), lambda: db.__delitem__("a")]:
            try:
                bad()
            except OSError as error:
                print(error)
    try:
        db["a"]
    except OSError as error:
        print(error)
    for flag in ("r", "w", "q"):
        try:
            dbm.dumb.open(os.path.join(folder, "missing"), flag)
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).replace(folder, ""))
    try:
        dbm.open(os.path.join(folder, "missing"), "r")
    except dbm.error as error:
        print(str(error).replace(folder, "")[:60])
    with open(os.path.join(folder, "text"), "w") as file:
        file.write("no database at all")
    print(repr(dbm.whichdb(os.path.join(folder, "text"))))
    shelf_path = os.path.join(folder, "shelf")
    with shelve.Shelf(dbm.dumb.open(shelf_path, "c"), writeback=True) as shelf:
        shelf["tea"] = {"qty": 3, "price": 2.5, "tags": ["hot"]}
        shelf["milk"] = {"qty": 0}
        shelf["tea"]["tags"].append("green")
        shelf["tea"]["qty"] += 1
        print(sorted(shelf), len(shelf), shelf.get("none"), "tea" in shelf)
    with shelve.Shelf(dbm.dumb.open(shelf_path, "r")) as shelf:
        print(shelf["tea"], dict(shelf.items())["milk"])
        shelf["tea"]["qty"] = 99
        print(shelf["tea"]["qty"])
        try:
            shelf["x"] = 1
        except OSError as error:
            print(error)
    try:
        shelf["tea"]
    except ValueError as error:
        print(error)
    with shelve.Shelf({}, protocol=0, keyencoding="utf-16") as shelf:
        shelf["ä"] = (1, None)
        print(list(shelf.dict), list(shelf), shelf["ä"])
        try:
            shelf["bad"] = lambda: 0
        except (pickle.PicklingError, AttributeError) as error:
            print(type(error).__name__)
        shelf.sync()
        del shelf["ä"]
        print(len(shelf))
