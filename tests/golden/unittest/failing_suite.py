# A suite with passes, failures, errors, skips, expected failures and subtests; the runner's report.
import io
import re
import sys
import unittest
from unittest import mock


class Arithmetic(unittest.TestCase):
    """Numbers."""

    @classmethod
    def setUpClass(cls):
        cls.shared = [1, 2]

    def setUp(self):
        self.addCleanup(lambda: None)

    def test_passes(self):
        self.assertEqual(self.shared, [1, 2])

    def test_fails(self):
        """has a docstring"""
        self.assertEqual({"a": [1, 2, 3], "b": "x"}, {"a": [1, 2, 4], "c": "x"})

    def test_text(self):
        self.assertEqual("one\ntwo\nthree\n", "one\n2\nthree\n", "with a message")

    def test_lists(self):
        self.assertEqual([1, 2, 3, [4]], [1, 2, [3]])

    def test_sets(self):
        self.assertSetEqual({1, 2}, {2, 3})

    def test_error(self):
        int("not a number")

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.skipIf(sys.version_info >= (3,), "too new")
    def test_skipped_if(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_subtests(self):
        for n in range(4):
            with self.subTest("number", n=n):
                self.assertNotEqual(n % 2, 1)

    def test_skip_inside(self):
        self.skipTest("decided late")

    def test_many_messages(self):
        checks = [
            lambda: self.assertIn(3, [1]), lambda: self.assertIs(1, None), lambda: self.assertIsNone(0), lambda: self.assertGreater(1, 2), lambda: self.assertAlmostEqual(1.0, 1.1), lambda: self.assertAlmostEqual(1, 1.5, delta=0.1),
            lambda: self.assertRegex("abc", r"\d"), lambda: self.assertCountEqual([1, 1, 2], [1, 2, 2]), lambda: self.assertIsInstance(1, str), lambda: self.assertDictEqual({}, {"a": 1}), lambda: self.assertTupleEqual((1,), (2,)),
            lambda: self.assertRaises(ValueError, int, "1"), lambda: self.assertRaisesRegex(ValueError, "zzz", int, "x"), lambda: self.assertMultiLineEqual("a", "b"), lambda: self.assertNotIn(1, [1]), lambda: self.assertTrue([]),
            lambda: self.assertLess(2, 1, msg="custom"), lambda: self.assertSequenceEqual([1], (1, 2)), lambda: self.assertNotIsInstance(1, int), lambda: self.assertHasAttr(3, "foo"), lambda: self.assertStartsWith("abc", "b"), lambda: self.assertIsSubclass(int, str),
        ]
        for check in checks:
            try:
                check()
            except AssertionError as error:
                print("  ", str(error).replace("\n", " / "))

    def test_context(self):
        with self.assertRaises(KeyError) as caught:
            {}["x"]
        self.assertEqual(caught.exception.args, ("x",))
        with self.assertWarns(DeprecationWarning), self.assertLogs("a", "INFO") as logs:
            import logging
            import warnings
            warnings.warn("old", DeprecationWarning)
            logging.getLogger("a").info("hello")
        self.assertEqual(logs.output, ["INFO:a:hello"])
        with self.assertNoLogs("b"):
            pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("cannot set up")

    def test_never(self):
        pass


class Mocks(unittest.TestCase):
    def test_mock(self):
        m = mock.Mock(name="m", return_value=3)
        self.assertEqual(m(1, x=2), 3)
        m.assert_called_once_with(1, x=2)
        m.method.side_effect = [1, KeyError("k")]
        print("  ", m.method("a"), m.mock_calls, m.call_args, m.method.call_count)
        with self.assertRaises(KeyError):
            m.method()
        with self.assertRaisesRegex(AssertionError, "expected call not found"):
            m.assert_called_with(1, x=3)

    def test_patch(self):
        with mock.patch("os.getcwd", return_value="/nowhere") as fake:
            import os
            self.assertEqual(os.getcwd(), "/nowhere")
        fake.assert_called_once_with()
        with mock.patch.dict("os.environ", {"X_Y": "1"}):
            self.assertEqual(os.environ["X_Y"], "1")
        magic = mock.MagicMock()
        magic.__len__.return_value = 5
        print("  ", len(magic), magic[3] is magic[3], mock.call(1, a=2) == mock.call(1, a=2), mock.sentinel.thing, mock.ANY == 3)
        spec = mock.create_autospec(lambda a, b=1: None)
        with self.assertRaisesRegex(TypeError, "missing a required argument"):
            spec()
        with self.assertRaises(AttributeError) as caught:
            mock.Mock(spec=["a"]).b
        print("  ", caught.exception)


def run(verbosity, **options):
    stream = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in (Arithmetic, Broken, Mocks))
    result = unittest.TextTestRunner(stream, verbosity=verbosity, **options).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in 0s", stream.getvalue())
    print(text)
    print(result, result.wasSuccessful(), len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses))


run(2)
run(1, failfast=True)
run(0, buffer=True)
loader = unittest.TestLoader()
print(loader.getTestCaseNames(Mocks), loader.loadTestsFromName("Mocks.test_mock", sys.modules["__main__"]).countTestCases(), Arithmetic("test_fails"), Arithmetic("test_fails").id(), Arithmetic("test_fails").shortDescription())
try:
    Arithmetic("test_none")
except ValueError as error:
    print(error)
