import sys
class Out:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append('flush')
class In:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0)
real = sys.stdin, sys.stdout, sys.stderr
def run(lines, *args):
    sys.stdin, sys.stdout, sys.stderr = In(*lines), Out(), Out()
    out, err = sys.stdout, sys.stderr
    try:
        answer = repr(input(*args))
    except BaseException as e:
        answer = type(e).__name__ + ' ' + str(e)
    finally:
        sys.stdin, sys.stdout, sys.stderr = real
    print(answer, out.parts, err.parts)
run(['hello\n'])
run(['hello'])
run(['\n'], 'prompt> ')
run([''], 'p')
run(['a\n'], 42)
run([3])
run(['a'], 1, 2)
sys.stdin = None
try:
    input()
except RuntimeError as e:
    print(e)
sys.stdin = real[0]
