"""One-way constraints between variables, planned and re-planned (in the manner of deltablue)."""


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def variables(self):
        raise NotImplementedError

    def attach(self):
        for v in self.variables():
            v.constraints.append(self)


class Equal(Constraint):
    def __init__(self, a, b, strength):
        super().__init__(strength)
        self.a = a
        self.b = b
        self.attach()

    def variables(self):
        return (self.a, self.b)

    def output(self):
        return self.b

    def execute(self):
        self.b.value = self.a.value


class Scale(Equal):
    def __init__(self, a, factor, offset, b, strength):
        self.factor = factor
        self.offset = offset
        super().__init__(a, b, strength)

    def execute(self):
        self.b.value = self.a.value * self.factor + self.offset


class Planner:
    def __init__(self):
        self.mark = 0

    def plan(self, sources):
        self.mark += 1
        plan = []
        todo = list(sources)
        while todo:
            v = todo.pop()
            for c in v.constraints:
                out = c.output()
                if out is not v and out.mark != self.mark:
                    if out.determined_by is None or out.determined_by.strength <= c.strength:
                        out.mark = self.mark
                        out.determined_by = c
                        plan.append(c)
                        todo.append(out)
        return plan


def chain(n, planner):
    variables = [Variable(f"v{i}", 0) for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, 3)
    total = 0
    for value in range(200):
        variables[0].value = value
        for c in planner.plan([variables[0]]):
            c.execute()
        total += variables[-1].value
    return total


def projection(n, planner):
    scale, pairs = 10, []
    for i in range(n):
        a, b = Variable("a", i), Variable("b", 0)
        Scale(a, scale, 1000, b, 2)
        pairs.append((a, b))
    total = 0
    for turn in range(60):
        for a, b in pairs:
            a.value = turn
            for c in planner.plan((a,)):
                c.execute()
            total += b.value
    return total


planner = Planner()
print(chain(10_000, planner), projection(10_000, planner))
