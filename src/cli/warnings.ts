// Shows SyntaxWarnings as a Python that was started plainly does: each once for its line. See docs/cli.md.
import type { WarningSink } from "../base/python-error.ts";
import { warningText } from "./error-text.ts";
import { writeErr } from "./streams.ts";

/** A sink that writes to stderr; DeprecationWarnings are ignored, as Python's default filters do outside of __main__. */
export function warningPrinter(source: string): WarningSink {
  const seen = new Set<string>();
  return (warning) => {
    const key = `${warning.lineno} ${warning.category} ${warning.message}`;
    if (warning.category === "SyntaxWarning" && !seen.has(key)) {
      seen.add(key);
      writeErr(warningText(warning, source));
    }
    return false;
  };
}
