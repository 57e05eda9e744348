"""Records tests/bytecode/marshal-cases.json with CPython 3.14: bytes of values in each version, and what malformed data raises.

    python3.14 tools/record/marshal_cases.py > tests/bytecode/marshal-cases.json
"""
import json
import marshal

VALUES = [
    "None", "True", "False", "...", "StopIteration", "0", "1", "-1", "256", "257", "2**31-1", "-2**31", "2**31", "-2**31-1", "2**63",
    "-(10**40)", "2**1000", "0.0", "-0.0", "1.5", "1e300", "float('inf')", "1e-7", "1j", "(1.5-2j)", "''", "'a'", "'abc'", "'a b'",
    "'x'*300", "'\\xe9'", "'\\u20ac'", "'\\U0001f600'", "'\\ud800'", "'\\ud800\\udc00'", "b''", "b'a'", "b'abc'", "()", "(1,)",
    "(1, 'a', (None, 2.5))", "tuple(range(300))", "[]", "[1, [2]]", "{}", "{'a': 1, 2: None}", "set()", "{1}", "frozenset()",
    "frozenset({'a', 'b', 'c'})", "{1, 2.5, 'x', None, (1, 2)}", "slice(1, 2, None)", "[slice(None, 'a', 3)]",
]
MALFORMED = [
    "", "49313233", "30", "5b0100000030", "280100000030", "3c0100000030", "7b30", "7b4e30", "7b5b000000004e30", "3c010000005b00000000",
    "6603616263", "6603312e35", "660420312e35", "6600", "66036e616e", "6603ffffff", "6603310061", "7200000000", "a90172000000" + "00",
    "be0100000072000000" + "00", "3f", "51", "6c010000000000", "6c01000000ffff", "6c020000000080" + "0100", "6c00000080", "6c0100",
    "6c00000000", "73ffffffff", "73ffffff7f", "7501000000ff", "7503000000eda080", "7506000000eda080edb080", "7a02e9e8", "61ffffffff",
    "80", "b0", "28ffffff7f4e", "5bffffff7f4e", "3a4e4e", "3a4e4e4e", "3a304e4e", "5b010000003a304e4e", "ba4e4e7200000000", "6700",
    "79" + "00" * 15, "7803312e3503322e35", "bc010000007200000000", "3e00000000", "3effffff7f4e", "7b4e", "7502000000c3", "7502000000c341",
    "7503000000f09080", "750100000080", "7504000000f4908080", "6901", "490100000000000080", "63", "29ff", "7b295b", "3c01000000295b00000000",
    "3c01000000" + "29015b00000000", "29" * 3, "2901" * 2001, "2901" * 1999 + "4e",
]


def answer(text):
    try:
        value = marshal.loads(bytes.fromhex(text))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "ok" if len(text) > 100 else repr(value)


print(json.dumps({
    "values": [
        {"source": source, "dumps": [dump(value, version) for version in range(6)]}
        for source in VALUES
        for value in [eval(source)]
        for dump in [lambda v, n: (lambda: marshal.dumps(v, n).hex())() if n >= 5 or "slice" not in source else None]
    ],
    "malformed": [[text, answer(text)] for text in MALFORMED],
}, indent=0))
