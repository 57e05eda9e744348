import sys
import traceback


class Point:
    def __init__(self):
        self.horizontal = 1
        self.vertical = 2

    def method(self):
        return horizontal


import math

for text in ("Point().horizntal", "Point().method()", "math.sqr(2)", "pritn(1)", "[].appendd", "Point().x", "lenn", "math.totally_different", "Point().vertcal = 3", "int.frombytes", "tracebak", "sys.vrsion"):
    try:
        exec(text)
    except Exception as e:
        print(text, "->", "".join(traceback.format_exception_only(e)), end="")
try:
    from math import sine
except ImportError as e:
    print("".join(traceback.format_exception_only(e)), end="")
try:
    from math import sqr
except ImportError as e:
    print("".join(traceback.format_exception_only(e)), end="")
