# LC_CTYPE in the C locale (PEP 538), and the names of the streams' encodings.
import os
import subprocess
import sys

CODE = "import os, sys; print(os.environ.get('LC_CTYPE'), sys.stdout.encoding, sys.stdout.errors, sys.flags.utf8_mode, flush=True); os.system('echo child $LC_CTYPE')"
BASE = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_CTYPE", "LANG") and not k.startswith("PYTHON")}
for extra in (
    {"LC_CTYPE": "C"}, {"LANG": "C.UTF-8"}, {"LC_ALL": "C"}, {"LANG": "C", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONCOERCECLOCALE": "warn"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "warn"}, {"LC_CTYPE": "C.UTF-8", "PYTHONIOENCODING": "Latin-1"},
):
    result = subprocess.run([sys.executable, "-c", CODE], env=BASE | extra, capture_output=True, text=True)
    print(extra, result.stdout.split("\n"), result.stderr)
