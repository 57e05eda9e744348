// `npm run bench:counting -- --python PATH [--rounds N] [NAME...]`: what exact reference counts and the collector's lists cost. The machine is bundled
// twice, once as it is and once with counting and tracking taken out (nothing is ever destroyed or collected; never shipped), and the programs of
// bench/programs run on both in turns. See docs/memory.md.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown, type OutputOptions, type Plugin, type RolldownOptions } from "rolldown";
import configs from "../rolldown.config.ts";
import { geometricMean, measure, median } from "./measure.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { python: { type: "string", default: "python3.14" }, rounds: { type: "string", default: "3" } } });

/** Functions that do nothing without counting, and what they answer. */
const IDLE: Readonly<Record<string, string>> = {
  track: "", untrack: "", dealloc: "", trackFresh: "", countUntracked: "", closeScope: "", countPackedArguments: "", countArgumentTuple: "", countDict: "", dropAll: "", ownAll: "",
  note: "fresh", noteOwned: "v", hold: "v", own: "result", closeScopeWith: "result", newRef: "v",
};
const OPERAND = String.raw`(?:[\w$]+(?:\.[\w$]+|\[[^\][]*\])*|\([^()]*\))`;

/** Takes counting out of a bundle: counts never change, and no object is seen to have lost its last reference or to have but one. */
function withoutCounting(code: string): string {
  let text = code
    .replace(new RegExp(String.raw`--${OPERAND}\.rc === 0`, "g"), "false")
    .replace(new RegExp(String.raw`\b${OPERAND}\.rc(?:\+\+|--)`, "g"), "0")
    .replace(new RegExp(String.raw`\b${OPERAND}\.rc === 1\b`, "g"), "false")
    .replace(new RegExp(String.raw`\b${OPERAND}\.rc (?:!== 1|> [12])\b`, "g"), "true");
  for (const [name, answer] of Object.entries(IDLE)) {
    let found = 0;
    text = text.replace(new RegExp(String.raw`^function ${name}\(.*\) \{$`, "gm"), (head) => {
      found++;
      return `${head} return ${answer};`;
    });
    if (found !== 1) throw new Error(`${found} functions ${name} in the bundle`);
  }
  const left = text.match(/--[^;\n]*\.rc\b|\.rc(?:\+\+|--)/g) ?? [];
  if (left.length > 0) throw new Error(`counting is left: ${left.slice(0, 3).join(" | ")}`);
  return text;
}

const stripCounting: Plugin = {
  name: "without-counting",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = withoutCounting(chunk.code);
  },
};

const root = fileURLToPath(new URL("..", import.meta.url));
const build = join(root, "build", "counting");
const dist = join(root, "dist");
mkdirSync(build, { recursive: true });
const launcher = join(build, "run.cjs");
writeFileSync(launcher, `process.exit(require(process.argv[2]).main(process.argv.slice(3), ${JSON.stringify(dist)}));\n`);

const config = (configs as RolldownOptions[]).find(({ input }) => typeof input === "object" && "vivarium" in input)!;
async function bundle(name: string, more: Plugin[]): Promise<string> {
  const made = await rolldown({ ...config, cwd: root, plugins: [config.plugins, more] });
  await made.write({ ...(config.output as OutputOptions), dir: build, entryFileNames: `${name}.cjs` });
  await made.close();
  return join(build, `${name}.cjs`);
}

const subjects = [await bundle("with", []), await bundle("without", [stripCounting])];
const folder = fileURLToPath(new URL("./programs", import.meta.url));
const names = readdirSync(folder).filter((file) => file.endsWith(".py")).map((file) => basename(file, ".py")).filter((name) => positionals.length === 0 || positionals.includes(name)).sort();
const ratios: number[] = [];
console.log(`CPU seconds, median of ${values.rounds} interleaved rounds; cost: the part of the time that counting and tracking take`);
console.log(`${"program".padEnd(15)}     with  without    cost`);
for (const name of names) {
  const times: [number[], number[]] = [[], []];
  const outputs = new Set<string>();
  let failed = "";
  for (let round = 0; round < Number(values.rounds) && failed === ""; round++) {
    // Each goes first every other time.
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      try {
        const { cpu, output } = measure(values.python, [process.execPath, "--stack-size=6000", launcher, subjects[which]!, join(folder, `${name}.py`)], folder);
        times[which]!.push(cpu);
        outputs.add(output);
      } catch (error) {
        failed = String(error).slice(0, 200);
        break;
      }
    }
  }
  if (failed !== "") {
    console.log(`${name.padEnd(15)} FAILED: ${failed}`);
    continue;
  }
  const [counted, free] = [median(times[0]), median(times[1])];
  ratios.push(free / counted);
  console.log(`${name.padEnd(15)}${counted.toFixed(2).padStart(9)}${free.toFixed(2).padStart(9)}${`${((1 - free / counted) * 100).toFixed(0)} %`.padStart(8)}${outputs.size > 1 ? "  output differs" : ""}`);
}
console.log(`cost over ${ratios.length} programs (geometric mean): ${((1 - geometricMean(ratios)) * 100).toFixed(1)} % (goal: at most 25 %)`);
