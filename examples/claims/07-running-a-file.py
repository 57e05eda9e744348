"""Claim 7: a file runs top to bottom in the namespace of a module named __main__, where locals and globals are one dictionary."""
import sys

print(__name__, sys.modules["__main__"].__dict__ is globals())
print(locals() is globals(), sys._getframe().f_code.co_name)
before = "later" in globals()
later = 1
print(before, "later" in globals())
globals()["made"] = "through the dictionary"
print(made)
print(sys._getframe().f_globals is globals(), sys._getframe().f_back)
