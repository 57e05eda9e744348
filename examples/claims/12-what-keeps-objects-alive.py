"""Claim 12: an object lives as long as something refers to it: a local, a global, an attribute, an element, an operand."""


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   gone:", self.name)


def function():
    local = Named("local")
    print("in the function")


function()
print("after the function")


class User:
    pass


u = User()
p = Named("profile")
u.profile = p
del p
print("p is deleted, u.profile keeps it:", u.profile.name)
u.profile = None
print("attribute replaced")

items = [Named("element 0"), Named("element 1")]
del items[0]
print("element deleted")
items.clear()
print("list cleared")
print("operand", (Named("temporary"), 1)[1], "used")
kept = Named("global")
kept = None
print("end of the program")
