import heapq
from collections import deque, defaultdict
from graphlib import TopologicalSorter, CycleError
edges = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("f", "g", 1)]
g = defaultdict(dict)
for u, v, w in edges: g[u][v] = w; g[v][u] = w
def bfs(start):
    seen, q = {start: None}, deque([start])
    while q:
        u = q.popleft()
        for v in g[u]:
            if v not in seen: seen[v] = u; q.append(v)
    return seen
def path(prev, end):
    out = []
    while end is not None: out.append(end); end = prev[end]
    return out[::-1]
def dijkstra(start):
    dist, heap, prev = {start: 0}, [(0, start)], {start: None}
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; prev[v] = u; heapq.heappush(heap, (d + w, v))
    return dist, prev
def dfs(u, seen=None):
    seen = set() if seen is None else seen
    if u in seen: return
    seen.add(u); yield u
    for v in sorted(g[u]): yield from dfs(v, seen)
def kruskal():
    parent = {u: u for u in g}
    def find(u):
        while parent[u] != u: u = parent[u]
        return u
    for u, v, w in sorted(edges, key=lambda e: e[2]):
        if (a := find(u)) != (b := find(v)): parent[a] = b; yield u, v, w
print(bfs("a"), path(bfs("a"), "e"), *dijkstra("a"), list(dfs("a")), list(kruskal()), sep="\n")
def components():
    left = set(g)
    while left: c = set(dfs(min(left))); left -= c; yield sorted(c)
print(list(components()))
def floyd():
    d = {(u, v): 0 if u == v else g[u].get(v, float("inf")) for u in g for v in g}
    for k in g:
        for i in g:
            for j in g: d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return d
f = floyd(); print([[f[u, v] for v in sorted(g)] for u in sorted(g)])
print(list(TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": ["a"]}).static_order()) in (list("abcd"), list("acbd")))
ts = TopologicalSorter(); ts.add("x", "y", "z"); ts.add("y", "z"); ts.prepare()
while ts.is_active(): ready = ts.get_ready(); print(ready); ts.done(*ready)
for bad in (lambda: TopologicalSorter({1: [2], 2: [1]}).prepare(), lambda: TopologicalSorter().get_ready(), lambda: ts.add("q"), lambda: ts.done("nope"), lambda: ts.prepare(), lambda: path(bfs("a"), "f"), lambda: TopologicalSorter({[]: []})):
    try: print(bad())
    except CycleError as e: print("cycle", e.args)
    except Exception as e: print(type(e).__name__, e)
