// `npm run conformance -- --cpython PREFIX [--record PYTHON] [--write] [--show] [MODULE...]`: runs CPython's own test modules on Vivarium and
// counts, of the cases that native CPython passes, those that pass here. PREFIX is an installation of CPython 3.14 with its test suite
// (PREFIX/lib/python3.14/test). --record makes tests/cpython/baseline.json from a native PYTHON; --write puts the numbers into
// docs/conformance.md and tests/cpython/floor.json; --show lists the cases that differ. See docs/conformance.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conformanceTable } from "./conformance/report.ts";
import { modulesOf, runModule } from "./conformance/run.ts";
import { type Baseline, baselinePath, docPath, floorPath, groups, pack, type Score, score } from "./conformance/score.ts";

interface Options {
  cpython: string;
  record: string | undefined;
  write: boolean;
  show: boolean;
  modules: string[];
}

function fail(message: string): never {
  console.error(`conformance: ${message}`);
  process.exit(2);
}

function options(args: string[]): Options {
  const found: Options = { cpython: "", record: undefined, write: false, show: false, modules: [] };
  while (args.length > 0) {
    const arg = args.shift()!;
    if (arg === "--cpython") found.cpython = args.shift() ?? "";
    else if (arg === "--record") found.record = args.shift() ?? fail("--record needs a CPython 3.14");
    else if (arg === "--write") found.write = true;
    else if (arg === "--show") found.show = true;
    else if (arg.startsWith("-")) fail(`unknown option ${arg}`);
    else found.modules.push(arg);
  }
  if (!existsSync(join(found.cpython, "lib/python3.14/test"))) fail("--cpython needs a prefix with lib/python3.14/test");
  return found;
}

const chosen = options(process.argv.slice(2));
const lib = join(chosen.cpython, "lib/python3.14");
const names = chosen.modules.length > 0 ? chosen.modules : groups;
const baseline: Baseline = existsSync(baselinePath) ? (JSON.parse(readFileSync(baselinePath, "utf8")) as Baseline) : {};

if (chosen.record !== undefined) {
  for (const module of names.flatMap((name) => modulesOf(lib, name))) {
    const passing = async (hide: boolean): Promise<string[]> =>
      (await runModule({ command: [chosen.record!], lib, module, hideSupport: hide, environment: {} })).cases.filter((c) => c.status === "ok").map((c) => c.id);
    const plain = new Set(await passing(true));
    const all = await passing(false);
    const support = all.filter((id) => !plain.has(id)).sort();
    baseline[module] = { plain: pack(module, [...plain].sort()), support: pack(module, support) };
    console.log(`${module}: ${plain.size} + ${support.length}`);
    writeFileSync(baselinePath, JSON.stringify(baseline, null, 1) + "\n");
  }
} else {
  const scores: Record<string, Score> = existsSync(floorPath) ? (JSON.parse(readFileSync(floorPath, "utf8")) as Record<string, Score>) : {};
  for (const name of names) {
    const total: Score = { plain: 0, plainOf: 0, support: 0, supportOf: 0 };
    for (const module of modulesOf(lib, name)) {
      const environment = { PYTHONHOME: chosen.cpython, VIVARIUM_TEST_SUPPORT: join(import.meta.dirname, "../build/test-support.cjs") };
      const run = await runModule({ command: [join(import.meta.dirname, "../bin/vivarium")], lib, module, hideSupport: false, environment });
      const { counted, differing } = score(module, baseline[module], run);
      for (const key of Object.keys(total) as (keyof Score)[]) total[key] += counted[key];
      if (chosen.show) for (const text of differing) console.log(`  ${text}`);
    }
    scores[name] = total;
    console.log(`${name}: ${total.plain} of ${total.plainOf}${total.supportOf > 0 ? `, with support ${total.support} of ${total.supportOf}` : ""}`);
  }
  const table = conformanceTable(Object.fromEntries(groups.filter((name) => name in scores).map((name) => [name, scores[name]!])));
  console.log(table.summary);
  if (chosen.write) {
    writeFileSync(floorPath, JSON.stringify(scores, null, 1) + "\n");
    const doc = readFileSync(docPath, "utf8");
    const [before, after] = [doc.slice(0, doc.indexOf("<!-- table -->")), doc.slice(doc.indexOf("<!-- end -->"))];
    writeFileSync(docPath, `${before}<!-- table -->\n${table.markdown}\n${after}`);
  }
}
