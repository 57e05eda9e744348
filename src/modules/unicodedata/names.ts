// Names with aliases and named sequences, and the private code points at which CPython keeps those. See docs/modules.md.
import { ALIASES, NAMED_SEQUENCES } from "../../base/ucd-tables.generated.ts";
import { characterName, lookupCharacterName } from "../../syntax/character-names.ts";

/** Where CPython keeps aliases and named sequences among the private code points. */
const ALIASES_START = 0xf0000;
const SEQUENCES_START = 0xf0200;

interface Named {
  readonly name: string;
  readonly points: readonly number[];
}

const unpack = (text: string): Named[] =>
  text.split(";").map((entry) => {
    const colon = entry.indexOf(":");
    return { name: entry.slice(0, colon), points: entry.slice(colon + 1).split(" ").map((p) => Number.parseInt(p, 36)) };
  });

// Constants, unpacked when first asked for.
let sequences: ReadonlyMap<string, readonly number[]> | undefined;
let hidden: ReadonlyMap<number, string> | undefined;

/** The code points of a name or, with `all`, an alias or a named sequence. */
export function lookupNamed(name: string, all: boolean): readonly number[] | undefined {
  const code = lookupCharacterName(name);
  if (!all) return code >= 0 && characterName(code) === name.toUpperCase() ? [code] : undefined;
  if (code >= 0) return [code];
  sequences ??= new Map(unpack(NAMED_SEQUENCES).map((entry) => [entry.name, entry.points]));
  return sequences.get(name.toUpperCase());
}

/** The name that the error handler "namereplace" writes: also those that CPython keeps at private code points. */
export function replacementName(code: number): string | undefined {
  if (code >= ALIASES_START && code < ALIASES_START + 0x1000) {
    hidden ??= new Map([...unpack(ALIASES).map((entry, i): [number, string] => [ALIASES_START + i, entry.name]), ...unpack(NAMED_SEQUENCES).map((entry, i): [number, string] => [SEQUENCES_START + i, entry.name])]);
    return hidden.get(code);
  }
  return characterName(code);
}
