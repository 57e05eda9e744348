"""Method calls: plain, inherited, super, class and static methods, bound methods kept in locals."""


class Base:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    def step(self, by):
        self.value += by
        return self

    @classmethod
    def make(cls, value):
        return cls(value)

    @staticmethod
    def double(x):
        return x + x


class Child(Base):
    def step(self, by):
        super().step(by + 1)
        return self


def main():
    total = 0
    child = Child.make(0)
    get = child.get
    for i in range(2_600_000):
        child.step(1).step(2)
        total += child.get() + Base.double(i) - get()
        if i % 16 == 0:
            total ^= Child.make(i).get()
    print(total, child.value)


main()
