"""Claim 17: at the end atexit functions run first, then the module's namespace is cleared and its objects die."""
import atexit


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


first = Named("first")
_private = Named("_private")
second = Named("second")
cycle = Named("cycle")
cycle.itself = cycle


@atexit.register
def last_words():
    print("atexit: the namespace is still whole:", first.name, second.name)


atexit.register(print, "registered later, runs earlier")
del first.name
first.name = "first"
print("end of the file")
