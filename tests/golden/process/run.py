import subprocess
import sys

def show(result):
    print(result.returncode, result.stdout, result.stderr)

show(subprocess.run(["echo", "hello", "world"], capture_output=True))
show(subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], capture_output=True, text=True))
show(subprocess.run(["cat"], input=b"fed by a pipe", capture_output=True))
show(subprocess.run(["cat"], input="t\u00e9xt\n", capture_output=True, encoding="utf-8"))
show(subprocess.run("echo $HOME $X", shell=True, env={"HOME": "/h", "X": "1"}, capture_output=True))
show(subprocess.run(["pwd"], cwd="/", capture_output=True))
show(subprocess.run(["sh", "-c", "echo both; echo two >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
show(subprocess.run(["sh", "-c", "cat; echo done"], stdin=subprocess.DEVNULL, capture_output=True))
print(subprocess.check_output(["printf", "%s-%s", "a", "b"]))
print(subprocess.call(["false"]), subprocess.call(["true"]), subprocess.getoutput("echo x; echo y"), subprocess.getstatusoutput("exit 4"))
for call in (
    lambda: subprocess.run(["sh", "-c", "exit 9"], check=True),
    lambda: subprocess.check_output(["sh", "-c", "echo partial; exit 2"]),
    lambda: subprocess.run(["no-such-program-here"]),
    lambda: subprocess.run(["true"], cwd="/no/such/folder"),
    lambda: subprocess.run([]),
    lambda: subprocess.run(["sleep", "5"], timeout=0.1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "output", None))
show(subprocess.run([sys.executable, "-c", "import sys; print(sys.argv[1:], sys.stdin.read())", "a", "b c"], input="given", capture_output=True, text=True))
show(subprocess.run([sys.executable, "-c", "raise SystemExit(7)"], capture_output=True))
