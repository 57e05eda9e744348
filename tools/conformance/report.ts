// The table of docs/conformance.md.
import type { Score } from "./score.ts";

const percent = (n: number, of: number): string => (of === 0 ? "" : `${((100 * n) / of).toFixed(1)} %`);

export function conformanceTable(scores: Record<string, Score>): { markdown: string; summary: string } {
  const total: Score = { plain: 0, plainOf: 0, support: 0, supportOf: 0 };
  const row = (name: string, s: Score): string =>
    `| ${name} | ${s.plainOf} | ${s.plain} | ${percent(s.plain, s.plainOf)} | ${s.supportOf || ""} | ${s.supportOf === 0 ? "" : s.support} | ${percent(s.support, s.supportOf)} |`;
  const rows: string[] = [];
  for (const [name, s] of Object.entries(scores)) {
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += s[key];
    rows.push(row(name, s));
  }
  const head = "| module | CPython passes | Vivarium | | with C test modules only | Vivarium | |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
  const summary = `${total.plain} of ${total.plainOf} (${percent(total.plain, total.plainOf)}), with support ${total.support} of ${total.supportOf} (${percent(total.support, total.supportOf)})`;
  return { markdown: [head, ...rows, row("all", total)].join("\n"), summary };
}
