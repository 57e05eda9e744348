// Declares a module's functions with the text signatures and docs of a table. See CONTRIBUTING.md.
import { NativeDef } from "../core/api.ts";

type Make = (name: string) => NativeDef;

/** A function `declare(name, fn, signature?)`; the signature says how arguments bind where the shown one does not. */
export function declarer(docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>>): (key: string, fn: (...args: any[]) => any, signature?: string) => Make {
  return (key, fn, signature) => {
    const [shown, doc] = docs[key]!;
    const bound = signature ?? shown;
    if (bound === null) throw new Error(`${key} needs a signature`);
    return (name) => new NativeDef(name, bound, doc, fn, "function", shown === null, shown ?? bound);
  };
}
