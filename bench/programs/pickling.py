"""pickle and copy: records, instances, shared references."""
import copy
import pickle


class Node:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.links = []


def graph(n):
    nodes = [Node(f"node{i}", i * 0.5) for i in range(n)]
    for i, node in enumerate(nodes):
        node.links.append(nodes[i * 7 % n])
    return nodes


data = [{"id": i, "name": f"item {i}", "tags": ("a", "b", i), "score": i / 3, "flags": {i % 5, 9}} for i in range(30000)]
nodes = graph(20000)
size = 0
for protocol in (2, 4, 5, 3, 5, 4):
    blob = pickle.dumps(data, protocol)
    size += len(blob)
    assert pickle.loads(blob) == data
    size += len(pickle.dumps(nodes, protocol))
back = pickle.loads(pickle.dumps(nodes))
deep = copy.deepcopy(data[:30000])
print(size, back[3].links[0].name, deep[10]["tags"], len(copy.copy(nodes)))
