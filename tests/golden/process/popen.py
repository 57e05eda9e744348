import os
import signal
import subprocess

p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
p.stdin.write("one\n")
print(p.stdout.readline(), p.poll())
p.stdin.write("two\n")
p.stdin.close()
print(p.stdout.read(), p.wait(), p.returncode)
p.stdout.close()
with subprocess.Popen(["sleep", "30"]) as p:
    print(p.poll(), isinstance(p.pid, int))
    p.terminate()
    print(p.wait(), p.returncode == -signal.SIGTERM)
with subprocess.Popen(["sleep", "30"]) as p:
    p.kill()
print(p.returncode)
with subprocess.Popen(["sleep", "30"]) as p:
    try:
        p.wait(timeout=0.05)
    except subprocess.TimeoutExpired as error:
        print(error)
    p.send_signal(signal.SIGHUP)
print(p.returncode, p.poll())
p.send_signal(signal.SIGHUP)
first = subprocess.Popen(["printf", "b\\na\\nc\\n"], stdout=subprocess.PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
r, w = os.pipe()
os.set_inheritable(w, True)
p = subprocess.Popen(["sh", "-c", f"echo through > /dev/fd/{w}"], pass_fds=(w,))
os.close(w)
print(p.wait(), os.read(r, 100), os.read(r, 100))
os.close(r)
p = subprocess.Popen(["sh", "-c", "exit 300"])
print(p.wait(), repr(p)[:30])
print(subprocess.list2cmdline(["a b", 'c"d', "e"]), subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
