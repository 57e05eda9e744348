# Calls that wait while signals come: they go on, unless the handler raises; lists that change while select reads them.
import os, select, selectors, signal, socket, sys, time

class Stop(Exception):
    pass
def stop(number, frame):
    raise Stop(frame.f_code.co_name)
seen = []
r, w = os.pipe()
a, b = socket.socketpair()

def wait_select():
    return select.select([r], [], [], 0.3)
def wait_poll():
    p = select.poll()
    p.register(r, select.POLLIN)
    return p.poll(300)
def wait_selector():
    with selectors.DefaultSelector() as s:
        s.register(a, selectors.EVENT_READ)
        return s.select(0.3)
def wait_sleep():
    return time.sleep(0.3)
def wait_read():
    return os.read(r, 1)
def wait_recv():
    return a.recv(1)
for wait in wait_select, wait_poll, wait_selector, wait_sleep:
    signal.signal(signal.SIGALRM, lambda n, f: seen.append(f.f_code.co_name == wait.__name__))
    seen.clear()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    start = time.monotonic()
    answer = wait()
    print(wait.__name__, answer, seen != [], time.monotonic() - start > 0.28)
for wait in wait_select, wait_poll, wait_selector, wait_sleep, wait_read, wait_recv:
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        print(wait())
    except Stop as e:
        print(wait.__name__, "stopped")
# The read goes on after the handler.
signal.signal(signal.SIGALRM, lambda n, f: os.write(w, b"x"))
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(wait_read())
signal.signal(signal.SIGALRM, lambda n, f: b.send(b"y"))
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(wait_recv())

items = []
class File:
    def fileno(self):
        del items[-1]
        return w
items[:] = [File() for _ in range(10)]
found = select.select([], items, [])[1]
print(len(found), found == items)
for bad in (3, [], []), ([None], [], []), (["a"], [], []), ([-1], [], []), ([1 << 40], [], []), ([], [], [], "x"), ([], [], [], -1), ((x for x in [r]), [], [], 0):
    try:
        print(select.select(*bad))
    except Exception as e:
        print(type(e).__name__, e)
