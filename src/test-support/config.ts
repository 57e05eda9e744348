// What a Vm was started with, as PyConfig_Get says it. Mirrors Modules/_testcapi/config.c. See docs/test-support.md.
import { argumentName, func, isStr, newBool, newList, newStr, textOf, typeError, type Value, valueError, type Vm } from "../core/api.ts";
import type { StartConfig } from "../vm/config.ts";

const options: Readonly<Record<string, (vm: Vm, config: StartConfig) => Value>> = {
  argv: (vm, c) => newList(vm, c.argv.map(newStr)),
  bytes_warning: (_vm, c) => c.bytesWarning,
  code_debug_ranges: (_vm, c) => newBool(!c.noDebugRanges),
  dev_mode: (_vm, c) => newBool(c.devMode),
  executable: (_vm, c) => newStr(c.executable),
  inspect: (_vm, c) => newBool(c.inspect),
  interactive: (_vm, c) => newBool(c.interactive),
  isolated: (_vm, c) => newBool(c.isolated),
  optimization_level: (_vm, c) => c.optimize,
  quiet: (_vm, c) => newBool(c.quiet),
  safe_path: (_vm, c) => newBool(c.safePath),
  site_import: (_vm, c) => newBool(c.site),
  use_environment: (_vm, c) => newBool(!c.ignoreEnvironment),
  user_site_directory: (_vm, c) => newBool(!c.noUserSite),
  verbose: (_vm, c) => c.verbose,
  warnoptions: (vm, c) => newList(vm, c.warnOptions.map(newStr)),
  write_bytecode: (_vm, c) => newBool(!c.dontWriteBytecode),
};

export const configFunctions = {
  config_get: func("($module, name, /)", null, (vm: Vm, name: Value) => {
    if (!isStr(name)) throw typeError(vm, `config_get() argument must be str, not ${argumentName(name)}`);
    const option = options[textOf(name)];
    if (option === undefined) throw valueError(vm, `unknown config option name: ${textOf(name)}`);
    return option(vm, vm.config as StartConfig);
  }),
};
