# signal: alarm, interval timers, pause, and their errors.
import os, signal, time

def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)

E = signal.ItimerError
print(E.__mro__, E.__name__, E.__module__)
for f in (
    lambda: signal.setitimer(9, 1), lambda: signal.setitimer(0, -1), lambda: signal.setitimer(0, "a"), lambda: signal.getitimer(9), lambda: signal.getitimer("a"),
    lambda: signal.alarm("a"), lambda: signal.alarm(0), lambda: signal.setitimer(0, float("nan")), lambda: signal.setitimer(0, 1e300), lambda: signal.setitimer(0),
    lambda: signal.setitimer(0, 500, 2.5), lambda: [round(t) for t in signal.getitimer(0)], lambda: round(signal.setitimer(0, 0)[1], 1), lambda: signal.getitimer(0),
    lambda: signal.alarm(500), lambda: signal.alarm(0), lambda: signal.alarm(1.5),
):
    show(f)

class Late(Exception):
    pass
def late(number, frame):
    print("signal", signal.Signals(number).name, frame.f_code.co_name)
    raise Late
old = signal.signal(signal.SIGALRM, late)
print(old)
def busy():
    while True:
        pass
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    busy()
except Late:
    print("late")
signal.setitimer(signal.ITIMER_REAL, 0.05)
def sleeper():
    time.sleep(20)
try:
    sleeper()
except Late:
    print("late again")
ticks = []
signal.signal(signal.SIGALRM, lambda *args: ticks.append(1))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
while len(ticks) < 3:
    signal.pause()
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(ticks) >= 3)
signal.signal(signal.SIGVTALRM, lambda n, f: ticks.append(n))
ticks.clear()
signal.setitimer(signal.ITIMER_VIRTUAL, 0.01)
while not ticks:
    sum(range(100))
print(ticks)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.05)
print("ignored")

# Blocked signals, and the descriptor that hears of signals.
got = []
signal.signal(signal.SIGUSR1, lambda n, f: got.append(n))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))
os.kill(os.getpid(), signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR2)
print(got, sorted(signal.sigpending()))
print(signal.sigwait([signal.SIGUSR2]), signal.sigpending())
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])), got)
print(signal.pthread_sigmask(signal.SIG_SETMASK, []), signal.pthread_sigmask(signal.SIG_BLOCK, []))
for f in lambda: signal.sigwait([99]), lambda: signal.sigwait(3), lambda: signal.pthread_sigmask(9, []), lambda: signal.pthread_sigmask(0, [0]):
    show(f)
r, w = os.pipe()
os.set_blocking(r, False)
show(lambda: signal.set_wakeup_fd(999))
try:
    signal.set_wakeup_fd(w)
except ValueError as e:
    print(str(e).replace(str(w), "w"))
os.set_blocking(w, False)
for f in lambda: signal.set_wakeup_fd("a"), lambda: signal.set_wakeup_fd(w, True), lambda: signal.set_wakeup_fd(w, warn_on_full_buffer=False):
    show(f)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(got, os.read(r, 10), signal.set_wakeup_fd(-1) == w)

import asyncio
async def main():
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, done.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(done.wait(), 20)
    print("woken", loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
asyncio.run(main())
