import os
import select
import selectors
import socket

r, w = os.pipe()
print(select.select([r], [], [], 0), select.select([], [w], [], 0) == ([], [w], []))
os.write(w, b"x")
print(select.select([r], [], [], 1) == ([r], [], []))
p = select.poll()
p.register(r, select.POLLIN)
print(p.poll(0) == [(r, select.POLLIN)])
p.modify(r, select.POLLPRI)
print(p.poll(0))
p.unregister(r)
for call in (lambda: p.unregister(r), lambda: p.modify(r, 1), lambda: select.select([1.5], [], []), lambda: select.select([-1], [], []), lambda: select.select([], [], [], -1), lambda: select.select(5, [], [])):
    try:
        call()
    except (OSError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, "KeyError" if isinstance(error, KeyError) else error)
with selectors.DefaultSelector() as selector:
    key = selector.register(r, selectors.EVENT_READ, "data")
    print([(k.data, events) for k, events in selector.select(0)], len(selector.get_map()))
    os.read(r, 1)
    print(selector.select(0))
    selector.unregister(r)
os.close(w)
os.close(r)
a, b = socket.socketpair()
print(a.family.name, a.type.name, a.gettimeout(), a.send(b"hello"), b.recv(3), b.recv(10))
b.settimeout(0.05)
try:
    b.recv(1)
except TimeoutError as error:
    print(error)
b.setblocking(False)
try:
    b.recv(1)
except BlockingIOError as error:
    print(error.errno)
a.sendall(b"z" * 100)
a.shutdown(socket.SHUT_WR)
buffer = bytearray(200)
print(b.recv_into(buffer), b.recv(1))
a.close()
b.close()
print(a.fileno(), a)
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
peer, address = server.accept()
print(address == client.getsockname(), peer.getpeername() == address, server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
client.sendall(b"over tcp")
client.close()
with peer.makefile("rb") as f:
    print(f.read())
peer.close()
server.close()
try:
    socket.create_connection(("127.0.0.1", 1), timeout=1)
except OSError as error:
    print(error)
