# os: calls of Linux that programs seldom make, with their errors.
import os
import stat
import struct
import subprocess
import tempfile
import time

os.chdir(tempfile.mkdtemp())


def show(name, *args, **keywords):
    try:
        print(name, "->", getattr(os, name)(*args, **keywords))
    except Exception as error:
        print(name, "!!", type(error).__name__, error)


with open("file", "w") as f:
    f.write("hello world")
fd = os.open("file", os.O_RDWR)
reader, writer = os.pipe()
for name in ("PC_NAME_MAX", "PC_PATH_MAX", "PC_PIPE_BUF", "nope", 999, None):
    show("pathconf", ".", name)
    show("fpathconf", fd, name)
show("pathconf", "none", 3)
show("fpathconf", 999, 3)
for name in ("CS_PATH", "nope", 99999, None):
    show("confstr", name)
for name in ("SC_PAGESIZE", "SC_CLK_TCK", "SC_IOV_MAX", "SC_VERSION", "SC_JOB_CONTROL", "nope", 99999, -1, 2**40, 1.5):
    show("sysconf", name)
for args in ((0, 0), (9, 0), (0, 99999999), ("x", 0)):
    show("getpriority", *args)
show("nice", 0)
for policy in (os.SCHED_OTHER, os.SCHED_FIFO, os.SCHED_RR, 99):
    show("sched_get_priority_max", policy)
    show("sched_get_priority_min", policy=policy)
param = os.sched_param(0)
print(param, param.sched_priority, tuple(param), param == os.sched_param(sched_priority=0))
show("sched_param")
show("sched_param", 1, 2)
show("sched_getscheduler", 0)
show("sched_getscheduler", -1)
show("sched_getparam", 0)
show("sched_setparam", 0, param)
show("sched_setparam", 0, None)
show("sched_setparam", 0, os.sched_param(99))
show("sched_setscheduler", 0, os.SCHED_OTHER, os.sched_param(2**40))
cpus = os.sched_getaffinity(0)
print(type(cpus), len(cpus) >= 1)
show("sched_setaffinity", 0, cpus)
for mask in ([], [-1], "abc", 5, [2**70]):
    show("sched_setaffinity", 0, mask)
show("posix_fadvise", fd, 0, 0, os.POSIX_FADV_SEQUENTIAL)
show("posix_fadvise", fd, 0, 0, 99)
show("posix_fallocate", fd, 0, 20)
show("posix_fallocate", fd, 0, -1)
print(os.stat("file").st_size)
event = os.eventfd(3)
show("eventfd_write", event, 4)
show("eventfd_read", event)
show("eventfd", -1)
show("eventfd", 2**32)
show("eventfd_write", event, -1)
show("eventfd_write", event, 2**64)
event = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK)
for _ in range(3):
    show("eventfd_read", event)
memory = os.memfd_create("name")
print(os.get_inheritable(memory), os.write(memory, b"abcdef"))
show("memfd_create", "a\0b")
show("memfd_create", 1)
show("sendfile", writer, fd, 0, 5)
print(os.read(reader, 10))
show("sendfile", writer, fd, None, 5)
print(os.read(reader, 10), os.lseek(fd, 0, os.SEEK_CUR))
show("sendfile", 999, fd, 0, 5)
show("splice", fd, writer, 5, offset_src=2)
print(os.read(reader, 10))
show("splice", fd, writer, -1)
show("copy_file_range", fd, memory, -1)
buffers = [bytearray(3), bytearray(4)]
show("preadv", fd, buffers, 1)
print(buffers)
show("preadv", fd, [b"xx"], 0)
show("preadv", fd, 5, 0)
show("pwritev", fd, [b"AB", b"CD"], 2)
print(os.pread(fd, 11, 0))
show("pwritev", fd, ["x"], 0)
show("writev", writer, [b"a", bytearray(b"b"), memoryview(b"c")])
buffers = [bytearray(2), bytearray(5)]
show("readv", reader, buffers)
print(buffers)
show("readv", writer, buffers)
for command in (os.F_LOCK, os.F_TEST, os.F_ULOCK, 99):
    show("lockf", fd, command, 0)
show("getrandom", 0)
show("getrandom", -1)
print(len(os.getrandom(5, os.GRND_NONBLOCK)))
show("mknod", "fifo", stat.S_IFIFO | 0o600)
print(stat.filemode(os.stat("fifo").st_mode))
show("mknod", "file")
show("mknod", "regular", stat.S_IFREG | 0o600)
print(stat.filemode(os.stat("regular").st_mode))
print(os.statvfs(".").f_namemax, os.fstatvfs(fd).f_namemax, os.fstatvfs(fd).f_fsid == os.statvfs(".").f_fsid)
show("fstatvfs", 999)
show("getgrouplist", "root", 0)
show("getgrouplist", "nosuchuser", 7)
show("chroot", "none")
show("setns", 999)
timer = os.timerfd_create(time.CLOCK_MONOTONIC)
print(os.timerfd_settime(timer, initial=0.25, interval=0.5), os.timerfd_gettime(timer)[1])
print(os.timerfd_settime_ns(timer, initial=10**6)[1], os.read(timer, 8))
show("timerfd_create", 99)
show("timerfd_settime", timer, initial=-1)
a, b = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
show("read", a, 1)
print(os.get_inheritable(a), os.get_inheritable(os.pipe2(0)[0]))
show("pipe2", 99)
child = subprocess.Popen(["sh", "-c", "exit 3"])
info = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
print(info.si_pid == child.pid, info.si_status, info.si_code == os.CLD_EXITED, info.si_signo, type(info).__name__)
pid, status, usage = os.wait4(child.pid, 0)
print(pid == child.pid, os.waitstatus_to_exitcode(status), type(usage))
show("wait3", 0)
show("waitid", os.P_ALL, 0, os.WEXITED)
print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 4"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 5"), os.spawnl(os.P_WAIT, "/nosuchprogram", "x"))
pid = os.spawnve(os.P_NOWAIT, "/bin/sh", ["sh", "-c", 'test "$X" = y'], {"X": "y"})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for args in ([], [""], "sh"):
    show("spawnv", os.P_WAIT, "/bin/sh", args)
print(struct.calcsize("P"))
