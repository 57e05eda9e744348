"""Records tests/cli/recorded.json with CPython 3.14: what the modules' command lines print for the programs in tests/cli/programs.

    cd tests/cli && PYTHONHASHSEED=0 python3.14 ../../tools/record/cli_cases.py > recorded.json
"""
import json
import os
import re
import subprocess
import sys
import traceback

GOOD = ["programs/sets.py", "programs/shapes.py"]
BROKEN = [f"programs/{name}.py" for name in ("open-bracket", "tabs", "comma", "twice", "return")]
COMMANDS = {
    "tokens": ["tokenize", "-e"], "ast": ["ast", "-a"], "symtable": ["symtable"], "dis": ["dis"], "dis -C": ["dis", "-C"],
    "dis -P -O": ["dis", "-P", "-O"], "dis -S -C": ["dis", "-S", "-C"],
}


def printed(module, path):
    run = subprocess.run([sys.executable, "-m", *module, path], capture_output=True, text=True, check=True)
    return re.sub(r" at 0x[0-9a-f]+", " at 0x", run.stdout)


def refusal(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        compile(source, path, "exec")
    except SyntaxError as error:
        return "".join(traceback.format_exception_only(error))


print(json.dumps({
    "printed": {command: {path: printed(module, path) for path in GOOD} for command, module in COMMANDS.items()},
    "refused": {path: refusal(path) for path in BROKEN},
}, indent=1))
