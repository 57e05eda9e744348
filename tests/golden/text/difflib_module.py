import difflib
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

a = "one two three four".split()
b = "zero one three 4 four".split()
print(list(difflib.ndiff(a, b)))
print("\n".join(difflib.unified_diff(a, b, "x", "y", lineterm="")))
print("\n".join(difflib.context_diff(a, b, "x", "y", lineterm="")))
sm = difflib.SequenceMatcher(None, "abxcd", "abcd")
print(sm.ratio(), sm.quick_ratio(), sm.real_quick_ratio(), sm.get_matching_blocks(), sm.get_opcodes(), sm.find_longest_match())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), list(difflib.restore(difflib.ndiff(a, b), 1)))
attempt(difflib.get_close_matches, "a", [], 0)
