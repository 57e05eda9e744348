# An element's __eq__ that changes the set.
class Evil:
    def __init__(self, victim, n):
        self.victim = victim
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.victim.clear()
        return self is other

    def __repr__(self):
        return f"Evil{self.n}"


s = set()
s.add(Evil(s, 1))
s.add(Evil(s, 2))
print(len(s), s)
s.add(Evil(s, 3))
print(Evil(s, 4) in s, s)


class Once:
    done = False

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if not Once.done:
            Once.done = True
            for i in range(100):
                t.add(i + 1000)
        return False


t = {Once()}
t.add(Once())
print(len(t))


class Raises:
    def __hash__(self):
        return 3

    def __eq__(self, other):
        raise KeyError("eq")


u = {Raises()}
for f in (u.add, u.discard, u.remove, u.__contains__):
    try:
        f(Raises())
    except KeyError as e:
        print(e)
