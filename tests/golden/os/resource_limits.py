# Limits of resources: what is accepted and what is said of the rest.
import resource


def shown(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


for name in sorted(dir(resource)):
    if name.startswith("R"):
        print(name, getattr(resource, name))
print(resource.struct_rusage.__match_args__, resource.error is OSError, resource.getpagesize())
resource.setrlimit(resource.RLIMIT_NOFILE, (200, 1000))
print(resource.getrlimit(resource.RLIMIT_NOFILE), resource.prlimit(0, resource.RLIMIT_NOFILE))
print(resource.prlimit(0, resource.RLIMIT_NOFILE, (150, 900)), resource.getrlimit(7))
for limits in ((1, 2, 3), None, "ab", (5, 2), (-5, 2), (2**70, 2), (2**64, 2), (-1, -2), (0, 2**62), [100, 800], (1.5, 2)):
    shown(lambda: resource.setrlimit(7, limits))
print(resource.getrlimit(7))
for number in (99, -1, 2**33, "x"):
    shown(lambda: resource.getrlimit(number))
    shown(lambda: resource.getrusage(number))
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN, resource.RUSAGE_THREAD):
    used = resource.getrusage(who)
    print(type(used), len(used), type(used.ru_utime), type(used.ru_maxrss), used.ru_utime >= 0)
shown(lambda: resource.prlimit())
shown(lambda: resource.prlimit(1, 2, 3, 4))
shown(lambda: resource.prlimit(-1, 7))
