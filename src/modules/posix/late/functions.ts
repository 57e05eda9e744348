// The later half of the posix module: what most programs never call, in a part of its own (docs/startup.md). Mirrors its part of Modules/posixmodule.c.
import { attributeFunctions } from "./attributes.ts";
import { descriptorFunctions } from "./descriptors.ts";
import { schedulingFunctions } from "./scheduling.ts";
import { spawnFunctions } from "./spawning.ts";
import { terminalFunctions } from "./terminals.ts";
import { timerFunctions } from "./timers.ts";

export const laterFunctions: Record<string, (...args: any[]) => any> = {
  ...attributeFunctions,
  ...descriptorFunctions,
  ...schedulingFunctions,
  ...spawnFunctions,
  ...terminalFunctions,
  ...timerFunctions,
};
