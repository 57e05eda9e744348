"""Doctests with passes, failures, exceptions and options.

>>> 1 + 1
2
>>> print("a  b")   # doctest: +NORMALIZE_WHITESPACE
a b
"""
import doctest
import sys


def good(n):
    """Doubles.

    >>> good(2)
    4
    >>> good("x")
    'xx'
    >>> good(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for i in range(2):
    ...     print(good(i))
    0
    2
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    """
    return n * 2


def bad(n):
    """
    >>> bad(1)
    2
    >>> bad(2)
    Traceback (most recent call last):
    ValueError: two
    >>> bad("text")
    'never'
    >>> [1, 2,
    ...  3]
    [1, 2]
    >>> 1 / 0   # doctest: +SKIP
    """
    if n == 2:
        raise ValueError("deux")
    return n + 3


class Thing:
    """
    >>> t = Thing(); t.items
    ['a', 'b', 'c']
    >>> t        # doctest: +ELLIPSIS
    <...Thing object at 0x...>
    """

    def __init__(self):
        self.items = list("abc")

    def method(self):
        """
        >>> Thing().method()
        'one
        two'
        """
        return "one"

    @property
    def prop(self):
        """
        >>> Thing().prop
        4
        """
        return 3


out = sys.stdout
print(doctest.testmod(report=True))
finder = doctest.DocTestFinder()
for test in finder.find(good) + finder.find(Thing, "Thing"):
    print(test, [(e.source, e.want, e.lineno, e.exc_msg) for e in test.examples][:2])
runner = doctest.DocTestRunner(verbose=True, optionflags=doctest.REPORT_NDIFF)
for test in finder.find(bad, "bad"):
    runner.run(test)
print(runner.summarize(verbose=True))
parser = doctest.DocTestParser()
print([p if isinstance(p, str) else (p.source, p.want) for p in parser.parse("text\n>>> x = 1\n>>> x\n1\n\nmore")])
for broken in [">>>x", ">>> a\n  b\n ... c", "  >>> x\n y"]:
    try:
        parser.get_examples(broken)
        print("fine")
    except ValueError as error:
        print(error)
print(doctest.script_from_examples("Text\n>>> a = 1\n>>> a\n1\nend"))
for flags in (0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF):
    checker = doctest.OutputChecker()
    print(checker.output_difference(doctest.Example("f()", "a\nb\nc\n"), "a\nB\nc\n", flags))
print(checker.check_output("a...z\n", "a to z\n", doctest.ELLIPSIS), checker.check_output("1\n", "True\n", 0), checker.check_output("True\n", "1\n", doctest.DONT_ACCEPT_TRUE_FOR_1))
