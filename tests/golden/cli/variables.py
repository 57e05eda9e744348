import os
import subprocess
import sys

def run(code, *args, **env):
    full = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}
    r = subprocess.run([sys.executable, *args, "-c", code], capture_output=True, text=True, env=full | env)
    print(env, args, r.returncode, r.stdout.strip(), r.stderr.strip())

run("import sys; print(sys.flags.optimize, sys.flags.dont_write_bytecode, sys.flags.no_user_site)", PYTHONOPTIMIZE="2", PYTHONDONTWRITEBYTECODE="1", PYTHONNOUSERSITE="x")
run("import sys; print(sys.flags.optimize)", "-E", PYTHONOPTIMIZE="2")
run("import sys; print(sys.path[:3] == ['', '/one', '/two'])", PYTHONPATH="/one:/two")
run("import sys; print(sys.path[0], sys.flags.safe_path)", PYTHONPATH="/one", PYTHONSAFEPATH="1")
for seed in ("0", "1", "4294967295", "random", "x", "-1", "4294967296"):
    run("import sys; print(hash('text') if sys.flags.hash_randomization == 0 or True else 0)" if seed in ("0", "1", "4294967295") else "pass", PYTHONHASHSEED=seed)
run("import sys; print(sys.warnoptions)", "-W", "ignore", PYTHONWARNINGS="default,error::UserWarning")
run("import sys; print(sys.stdout.encoding, sys.stdout.errors, sys.stdin.errors, sys.stderr.errors)", PYTHONIOENCODING="latin-1:replace")
run("import sys; print(sys.stdout.encoding, sys.stdout.errors)", PYTHONIOENCODING="ascii")
run("import sys; print(sys.get_int_max_str_digits())", PYTHONINTMAXSTRDIGITS="777")
run("pass", PYTHONINTMAXSTRDIGITS="7")
run("import sys; print(sys.pycache_prefix)", PYTHONPYCACHEPREFIX="/tmp/caches")
run("import sys; print(sys.pycache_prefix)", "-X", "pycache_prefix=/other", PYTHONPYCACHEPREFIX="/tmp/caches")
run("import sys; print(sys.flags.dev_mode, sys.warnoptions)", PYTHONDEVMODE="1")
run("import os; print(os.cpu_count(), os.process_cpu_count())", PYTHON_CPU_COUNT="7")
run("import sys; print(sys.flags.utf8_mode)", PYTHONUTF8="1")
run("pass", PYTHONUTF8="2")
run("import _imp; print(_imp.find_frozen('os'))", PYTHON_FROZEN_MODULES="off")
run("breakpoint(); print('not stopped')", PYTHONBREAKPOINT="0")
run("import sys; print(sys.stdout.write_through, sys.stdout.line_buffering)", PYTHONUNBUFFERED="1")
