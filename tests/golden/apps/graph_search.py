"""Breadth and depth first, Dijkstra, topological order, strongly connected components, minimum spanning tree."""
import heapq
from collections import defaultdict, deque
from functools import cache


class Graph:
    def __init__(self, edges, directed=False):
        self.adjacent = defaultdict(dict)
        for a, b, *weight in edges:
            self.adjacent[a][b] = weight[0] if weight else 1
            if not directed:
                self.adjacent[b][a] = weight[0] if weight else 1
            else:
                self.adjacent[b]

    def __iter__(self):
        return iter(self.adjacent)

    def __getitem__(self, node):
        return self.adjacent[node].items()

    def breadth_first(self, start):
        seen, queue = {start: None}, deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for other, _ in self[node]:
                if other not in seen:
                    seen[other] = node
                    queue.append(other)

    def depth_first(self, node, seen=None):
        seen = set() if seen is None else seen
        seen.add(node)
        yield node
        for other, _ in self[node]:
            if other not in seen:
                yield from self.depth_first(other, seen)

    def shortest(self, start, goal):
        queue, done = [(0, start, ())], set()
        while queue:
            cost, node, path = heapq.heappop(queue)
            if node in done:
                continue
            done.add(node)
            path = (*path, node)
            if node == goal:
                return cost, path
            for other, weight in self[node]:
                if other not in done:
                    heapq.heappush(queue, (cost + weight, other, path))
        raise LookupError(f"no way from {start!r} to {goal!r}")

    def order(self):
        state, out = {}, []

        def visit(node):
            match state.get(node):
                case "open":
                    raise ValueError(f"cycle through {node}")
                case "closed":
                    return
            state[node] = "open"
            for other, _ in self[node]:
                visit(other)
            state[node] = "closed"
            out.append(node)

        for node in list(self):
            visit(node)
        return out[::-1]

    def components(self):
        index, low, stack, found = {}, {}, [], []

        def connect(v):
            index[v] = low[v] = len(index)
            stack.append(v)
            for w, _ in self[v]:
                if w not in index:
                    connect(w)
                    low[v] = min(low[v], low[w])
                elif w in stack:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                at = stack.index(v)
                found.append(sorted(stack[at:]))
                del stack[at:]

        for v in list(self):
            if v not in index:
                connect(v)
        return found

    def spanning_tree(self):
        edges = sorted((w, *sorted((a, b))) for a in self for b, w in self[a])
        parent = {n: n for n in self}

        def root(n):
            while parent[n] != n:
                parent[n] = n = parent[parent[n]]
            return n

        for w, a, b in edges:
            if (ra := root(a)) != (rb := root(b)):
                parent[ra] = rb
                yield a, b, w


roads = Graph([("A", "B", 7), ("A", "D", 5), ("B", "C", 8), ("B", "D", 9), ("B", "E", 7), ("C", "E", 5), ("D", "E", 15), ("D", "F", 6), ("E", "F", 8), ("E", "G", 9), ("F", "G", 11)])
print(*roads.breadth_first("A"), "|", *roads.depth_first("A"))
print(roads.shortest("A", "G"), roads.shortest("C", "D"))
print(list(roads.spanning_tree()), sum(w for *_, w in roads.spanning_tree()))
tasks = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")], directed=True)
print(tasks.order())
for graph in (tasks, Graph([(1, 2), (2, 3), (3, 1)], directed=True)):
    try:
        print(graph.shortest("tie", "socks") if graph is tasks else graph.order())
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
print(Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 5)], directed=True).components())


@cache
def paths(x, y):
    return 1 if 0 in (x, y) else paths(x - 1, y) + paths(x, y - 1)


print(paths(12, 14), paths.cache_info())
