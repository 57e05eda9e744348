# All forms of try and the order in which their parts run.
def run(action, log):
    try:
        log.append("try")
        if action == "raise": raise ValueError("v")
        if action == "key": raise KeyError("k")
        if action == "type": raise TypeError
        if action == "return": return "returned"
    except ValueError as e:
        log.append(f"except {e}")
    except (KeyError, IndexError) as e:
        log.append(f"lookup {e!r}")
        return "from except"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"
for action in ("none", "raise", "key", "type", "return"):
    log = []
    try: print(action, run(action, log), log)
    except Exception as e: print(action, "escaped", repr(e), log)
def override():
    for i in range(5):
        try:
            if i == 3: raise ValueError
            continue
        except ValueError:
            return i
        finally:
            print("f", i, end=" ")
print(override())
def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError as e:
        print("outer", e)
        try:
            raise KeyError("second")
        except KeyError as e2:
            print(repr(e2.__context__))
    try:
        e
    except UnboundLocalError as u:
        print(u)
nested()
try:
    try: raise ValueError(1)
    except 5: pass
except TypeError as e: print(e, repr(e.__context__))
try:
    try: raise ValueError(1)
    except (KeyError, "x"): pass
except TypeError as e: print(e)
for bad in (5, "text", None, int, object()):
    try: raise bad
    except TypeError as e: print(e)
class NotException:
    def __new__(cls): return 5
class Odd(Exception):
    def __new__(cls): return 5
try: raise Odd
except TypeError as e: print(str(e)[:60])
try: raise
except RuntimeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise ValueError("a") from KeyError
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
def gen():
    try: yield 1
    except GeneratorExit: print("closed"); raise
    finally: print("gen finally")
g = gen(); next(g); g.close()
def dynamic(kind):
    def which(): print("evaluated"); return kind
    try: raise OSError(2, "no")
    except which() as e: return repr(e)
print(dynamic(OSError), dynamic((ValueError, (KeyError, OSError))) if False else dynamic(Exception))
while True:
    try: break
    finally: print("break through finally")
