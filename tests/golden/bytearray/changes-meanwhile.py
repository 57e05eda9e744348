# What Python code does to a bytearray while a method of it runs.
class Evil:
    def __init__(self, array): self.array = array
    def __index__(self): self.array.clear(); return 65
class Buffer(Evil):
    def __index__(self): raise TypeError("no")
    def __buffer__(self, flags): self.array.clear(); return memoryview(b"A")
class Sep(bytes):
    def __len__(self): array.clear(); return 1
class Repr:
    def __repr__(self): array.clear(); return "E"

for kind in Evil, Buffer:
    for name in "find", "rfind", "index", "rindex", "count", "split", "rsplit", "partition", "__contains__":
        array = bytearray(b"A")
        try: print(kind.__name__, name, getattr(array, name)(kind(array)), array)
        except Exception as e: print(kind.__name__, name, type(e).__name__, e, array)
array = bytearray(b"AB")
for call in (lambda: array.hex(Sep(b":")), lambda: array % (), lambda: bytearray(b"%a") % Repr(), lambda: array.extend(Buffer(array))):
    try: print(call(), array)
    except Exception as e: print(type(e).__name__, e, array)
array = bytearray(b"%a end")
try: print(array % Repr())
except Exception as e: print(type(e).__name__, e, array)

array = bytearray()
def grow():
    for i in range(5):
        yield i
        print(array, len(array))
array.__init__(grow())
class Item:
    def __buffer__(self, flags): items.clear(); return memoryview(b"x")
for joiner in b"", b"-", bytearray(b"--"):
    items = [b"a", Item(), b"c"]
    try: print(joiner.join(items))
    except Exception as e: print(type(e).__name__, e)
