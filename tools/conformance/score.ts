// The cases that native CPython passes, and how many of them pass here.
import { fileURLToPath } from "node:url";
import type { ModuleRun } from "./run.ts";

/** Ids of cases: class (without "test." and the module's name) -> its methods, separated by spaces. */
type Packed = Record<string, string>;

/** Of one test module: passing without the C test modules, and passing only with them. */
export type Baseline = Record<string, { plain: Packed; support: Packed }>;

export interface Score {
  plain: number;
  plainOf: number;
  support: number;
  supportOf: number;
}

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const baselinePath = file("tests/cpython/baseline.json");
export const floorPath = file("tests/cpython/floor.json");
export const docPath = file("docs/conformance.md");

/** The test modules that the machine is measured by. */
export const groups: readonly string[] = `test_grammar test_syntax test_builtin test_types test_descr test_class test_super test_scope test_generators test_coroutines test_asyncgen test_exceptions test_exception_group test_except_star test_traceback test_patma test_int test_long test_float test_complex test_bool test_str test_bytes test_list test_tuple test_dict test_set test_range test_slice test_memoryview test_format test_fstring test_tstring test_unpack test_unpack_ex test_with test_raise test_compile test_code test_dis test_peepholer test_funcattrs test_keywordonlyarg test_positional_only_arg test_property test_dynamicclassattribute test_iter test_enumerate test_sort test_richcmp test_opcodes test_frame test_sys test_sys_settrace test_sys_setprofile test_monitoring test_import test_importlib test_pyclbr test_runpy test_zipimport test_io test_fileio test_bufio test_memoryio test_codecs test_unicodedata test_module test_type_annotations test_typing test_type_params test_type_aliases test_genericalias test_dataclasses test_enum test_contextlib test_functools test_collections test_userdict test_operator test_reprlib test_copy`.split(" ");

/** Ids that are not "test.MODULE.class.method" (doctests) are kept whole under "", separated by tabs. */
export function pack(module: string, ids: readonly string[]): Packed {
  const prefix = `test.${module}.`;
  const packed: Record<string, string[]> = {};
  const whole: string[] = [];
  for (const id of ids) {
    const at = id.lastIndexOf(".");
    if (!id.startsWith(prefix) || at < prefix.length || id.includes(" ")) whole.push(id);
    else (packed[id.slice(prefix.length, at)] ??= []).push(id.slice(at + 1));
  }
  const found = Object.fromEntries(Object.entries(packed).map(([owner, methods]) => [owner, methods.join(" ")]));
  return whole.length > 0 ? { ...found, "": whole.join("\t") } : found;
}

const unpack = (module: string, packed: Packed): string[] =>
  Object.entries(packed).flatMap(([owner, names]) =>
    owner === "" ? names.split("\t") : names.split(" ").map((method) => `test.${module}.${owner}.${method}`),
  );

export function score(module: string, baseline: Baseline[string] | undefined, run: ModuleRun): { counted: Score; differing: string[] } {
  const status = new Map(run.cases.map((c) => [c.id, c]));
  const passing = (ids: readonly string[]): number => ids.filter((id) => status.get(id)?.status === "ok").length;
  const [plain, support] = [unpack(module, baseline?.plain ?? {}), unpack(module, baseline?.support ?? {})];
  const differing = [...plain, ...support]
    .filter((id) => status.get(id)?.status !== "ok")
    .map((id) => `${id}: ${status.get(id)?.status ?? `${run.status} ${run.reason}`} ${status.get(id)?.reason ?? ""}`.trimEnd());
  return { counted: { plain: passing(plain), plainOf: plain.length, support: passing(support), supportOf: support.length }, differing };
}
