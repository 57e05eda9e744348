class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 1

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return self.name == other.name


a, b, c = Key("a"), Key("b"), Key("c")
d = {a: 1}
d[b] = 2
print(len(d), d[a], c in d)
del d[a]
d[Key("b")] = 3
print(list(d.values()))
print(d.setdefault(c, 9), d.pop(b), len(d.copy()))
