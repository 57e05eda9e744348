// Every native module by name: what `import` finds before it looks at files. One line per module, sorted. See docs/modules.md.
import type { ModuleSpec } from "../core/define.ts";
import { abcModule } from "./_abc.ts";
import { codecsModule } from "./_codecs.ts";
import { collectionsModule } from "./_collections.ts";
import { functoolsModule } from "./_functools.ts";
import { _impModule } from "./_imp.ts";
import { threadModule } from "./_thread.ts";
import { weakrefModule } from "./_weakref.ts";
import { gcModule } from "./gc.ts";
import { itertoolsModule } from "./itertools.ts";
import { posixModule } from "./posix.ts";

export const nativeModules: Record<string, () => ModuleSpec> = {
  _abc: () => abcModule,
  _codecs: () => codecsModule,
  _collections: () => collectionsModule,
  _functools: () => functoolsModule,
  _imp: () => _impModule,
  _thread: () => threadModule,
  _weakref: () => weakrefModule,
  gc: () => gcModule,
  itertools: () => itertoolsModule,
  posix: () => posixModule,
};
