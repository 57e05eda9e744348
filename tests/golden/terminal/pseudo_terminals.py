# os: pseudo-terminals, names of terminals, process groups of terminals.
import os
import re
import subprocess
import sys


def show(label, f, *args):
    try:
        print(label, "->", f(*args))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


master, slave = os.openpty()
print(os.isatty(master), os.isatty(slave), os.get_inheritable(master), os.get_inheritable(slave))
print(re.sub(r"\d+", "N", os.ttyname(slave)), os.ttyname(slave) == os.ptsname(master))
other = os.posix_openpt(os.O_RDWR | os.O_NOCTTY)
print(os.grantpt(other), os.unlockpt(other), os.get_inheritable(other))
end = os.open(os.ptsname(other), os.O_RDWR | os.O_NOCTTY)
os.write(other, b"typed\n")
print(os.read(end, 100), os.read(other, 100))
os.write(end, b"shown\n")
print(os.read(other, 100))
reader, writer = os.pipe()
for name in ("ptsname", "grantpt", "unlockpt", "ttyname", "tcgetpgrp"):
    for label, value in (("pipe", reader), ("closed", 999), ("text", "x")):
        show(f"{name} {label}", getattr(os, name), value)
show("tcsetpgrp", os.tcsetpgrp, reader, 1)
show("terminal_size", os.get_terminal_size, reader)
print(os.ctermid())
child = """
import os, sys, termios
os.login_tty(int(sys.argv[1]))
print(os.isatty(0), os.isatty(1), os.tcgetpgrp(0) == os.getpgrp(), os.getsid(0) == os.getpid())
"""
process = subprocess.run([sys.executable, "-c", child, str(slave)], pass_fds=[slave])
print(process.returncode, os.read(master, 100))
