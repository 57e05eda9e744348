# Which constants code objects share, and their equality.
def pair(text):
    ns = {}; exec(f"f = lambda: {text}\ng = lambda: {text}", ns); return ns["f"].__code__, ns["g"].__code__
for text in ("None", "1.5", "'abc'", "'a b'", "b'x'", "(1, 2)", "(1, (2, 'x y'))", "10**30", "1j", "-0.0", "...", "True", "x in {1, 2}", "frozenset"):
    f, g = pair(text)
    print(text, f.co_consts is g.co_consts, f.co_consts, f == g, f.co_linetable is g.co_linetable)
def eq(a, b): return compile(a, "f", "eval") == compile(b, "f", "eval")
print(eq("1", "1"), eq("1", "1.0"), eq("1", "True"), eq("0.0", "-0.0"), eq("'a'", "b'a'"), eq("(1,)", "(1.0,)"), eq("(1, 2)", "(1, 2)"), eq("lambda: 1", "lambda: 1"), eq("lambda: 1", "lambda: 2"), eq("0j", "-0j"), eq("a", "b"))
print(compile("a", "x", "exec") == compile("a", "y", "exec"), compile("a", "x", "exec") == compile("\na", "x", "exec"))
print(compile("a=1+2*3; b='x'*3; c=(1,)*2; d=-1; e=1<<40; f=not 0; g='abc'[1]; h=2**0.5; i=1/0 if 0 else 5; j='a'+'b'; k=[1,2,3]; l=(a,1); m={1,2}; n=1 if 1 else 2; o=~5; p=10//3; q=7%4; r=3-5; s=1.5+2; t='%d'%5; u=('x','y')[0]; v=1<2", "f", "exec").co_consts)
