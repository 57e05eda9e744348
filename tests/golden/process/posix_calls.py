import os
import signal
import sys

r, w = os.pipe()
print(os.get_inheritable(r), os.get_blocking(r), os.write(w, b"some bytes"), os.read(r, 4), os.read(r, 100))
copy = os.dup(w)
os.close(w)
print(os.write(copy, b"again"), os.read(r, 10))
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as error:
    print(error)
os.close(copy)
print(os.read(r, 10))
os.close(r)
status = os.system("exit 5")
print(status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
status = os.system("kill -TERM $$")
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit $CODE"], {"CODE": "6"})
print(os.waitpid(pid, 0)[1] >> 8)
pid = os.posix_spawnp("true", ["true"], os.environ)
print(os.waitpid(pid, 0) == (pid, 0))
r, w = os.pipe()
pid = os.posix_spawn("/bin/echo", ["echo", "spawned"], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, w, 1), (os.POSIX_SPAWN_CLOSE, r)])
os.close(w)
print(os.read(r, 100), os.wait()[1])
os.close(r)
for call in (lambda: os.waitpid(-1, 0), lambda: os.posix_spawn("/no/such", ["x"], {}), lambda: os.posix_spawn("/bin/true", [], {}), lambda: os.kill(2**22 + 1, 0), lambda: os.execv("/no/such/file", ["x"]), lambda: os.execv("/bin/true", [])):
    try:
        call()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
with os.popen("echo from popen; exit 2") as stream:
    print(stream.read())
print(stream.close())
signal.signal(signal.SIGUSR1, lambda number, frame: print("got", signal.Signals(number).name))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGINT, signal.default_int_handler)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
print(os.getpgid(0) == os.getpgrp(), os.getsid(0) == os.getsid(os.getpid()))
