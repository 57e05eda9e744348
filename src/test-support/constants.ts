// Numbers of C that _testcapi and _testinternalcapi show, as CPython 3.14 answers them on 64-bit Linux. See docs/test-support.md.
import { type ModuleSpec, newBool, newFloat, newInt } from "../core/api.ts";

export const testcapiNumbers: Readonly<Record<string, number | bigint | boolean>> = {
  CHAR_MAX: 127,
  CHAR_MIN: -128,
  UCHAR_MAX: 255,
  SHRT_MAX: 32767,
  SHRT_MIN: -32768,
  USHRT_MAX: 65535,
  INT_MAX: 2147483647,
  INT_MIN: -2147483648,
  UINT_MAX: 4294967295,
  LONG_MAX: 9223372036854775807n,
  LONG_MIN: -9223372036854775808n,
  ULONG_MAX: 18446744073709551615n,
  LLONG_MAX: 9223372036854775807n,
  LLONG_MIN: -9223372036854775808n,
  ULLONG_MAX: 18446744073709551615n,
  PY_SSIZE_T_MAX: 9223372036854775807n,
  PY_SSIZE_T_MIN: -9223372036854775808n,
  SIZE_MAX: 18446744073709551615n,
  SIZEOF_WCHAR_T: 4,
  SIZEOF_VOID_P: 8,
  SIZEOF_TIME_T: 8,
  SIZEOF_PID_T: 4,
  Py_Version: 51251440,
  the_number_three: 3,
  INT32_MIN: -2147483648,
  INT32_MAX: 2147483647,
  UINT32_MAX: 4294967295,
  INT64_MIN: -9223372036854775808n,
  INT64_MAX: 9223372036854775807n,
  UINT64_MAX: 18446744073709551615n,
  _Py_STACK_GROWS_DOWN: 1,
  Py_single_input: 256,
  Py_file_input: 257,
  Py_eval_input: 258,
  Py_TP_USE_SPEC: 0,
  ONE: 1,
  WITH_PYMALLOC: true,
  WITH_MIMALLOC: true,
  PYFUNC_EVENT_CREATE: 0,
  PYFUNC_EVENT_DESTROY: 1,
  PYFUNC_EVENT_MODIFY_CODE: 2,
  PYFUNC_EVENT_MODIFY_DEFAULTS: 3,
  PYFUNC_EVENT_MODIFY_KWDEFAULTS: 4,
  nan_msb_is_signaling: false,
  PyCF_ONLY_AST: 1024,
  PyCF_IGNORE_COOKIE: 2048,
  PyTime_MIN: -9223372036854775808n,
  PyTime_MAX: 9223372036854775807n,
};

export const testcapiFloats: Readonly<Record<string, number>> = {
  FLT_MAX: 3.4028234663852886e+38,
  FLT_MIN: 1.1754943508222875e-38,
  DBL_MAX: 1.7976931348623157e+308,
  DBL_MIN: 2.2250738585072014e-308,
};

export const testinternalcapiNumbers: Readonly<Record<string, number | bigint | boolean>> = {
  SIZEOF_PYGC_HEAD: 16,
  SIZEOF_MANAGED_PRE_HEADER: 16,
  SIZEOF_PYOBJECT: 16,
  SIZEOF_TIME_T: 8,
  TIER2_THRESHOLD: 4096,
  SPECIALIZATION_THRESHOLD: 2,
  SPECIALIZATION_COOLDOWN: 53,
  SHARED_KEYS_MAX_SIZE: 30,
};

/** The attributes of a ModuleSpec from tables like those above. */
export function numberAttributes(numbers: Readonly<Record<string, number | bigint | boolean>>, floats: Readonly<Record<string, number>> = {}): NonNullable<ModuleSpec["attributes"]> {
  const out: NonNullable<ModuleSpec["attributes"]> = {};
  for (const [name, value] of Object.entries(numbers)) out[name] = () => (typeof value === "boolean" ? newBool(value) : newInt(BigInt(value)));
  for (const [name, value] of Object.entries(floats)) out[name] = () => newFloat(value);
  return out;
}
