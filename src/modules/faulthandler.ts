// faulthandler: dumps the Python stack on request; there are no fatal signals to catch in this machine. Mirrors Modules/faulthandler.c.
// See docs/modules.md.
import { asDouble, asIndex, asSsize, call, defineModule, False, getAttrText, type ModuleSpec, newStr, None, runtimeError, True, type Value, valueError, type Vm, isBigOrInt } from "../core/api.ts";
import { describedFunctions, docOf } from "./described.ts";
import { invoke } from "./_io/base.ts";

interface FaultState {
  enabled: boolean;
}
const stateOf = (vm: Vm): FaultState => vm.stateOf("faulthandler", () => ({ enabled: false }));

/** The descriptor of a file argument, sys.stderr by default. */
function fileNumber(vm: Vm, file: Value | undefined): number {
  let stream = file;
  if (stream === undefined || stream === None) {
    stream = getAttrText(vm, call(vm, vm.defaultImport!, [newStr("sys")]), "stderr");
    if (stream === None) throw runtimeError(vm, "sys.stderr is None");
  } else if (isBigOrInt(stream)) {
    const fd = Number(asIndex(vm, stream));
    if (fd < 0) throw valueError(vm, "file is not a valid file descriptor");
    return fd;
  }
  const fd = Number(asSsize(vm, invoke(vm, stream, "fileno")));
  if (fd < 0) throw runtimeError(vm, "file.fileno() is not a valid file descriptor");
  invoke(vm, stream, "flush");
  return fd;
}

function dumpTraceback(vm: Vm, file?: Value): void {
  const fd = fileNumber(vm, file);
  const sys = call(vm, vm.defaultImport!, [newStr("sys")]);
  let text = "Current thread 0x00007f0000000740 [vivarium] (most recent call first):\n";
  let frame = call(vm, getAttrText(vm, sys, "_getframe"), []);
  while (frame !== None) {
    const code = getAttrText(vm, frame, "f_code");
    const part = (owner: Value, name: string): string => {
      const v = getAttrText(vm, owner, name);
      return typeof v === "number" ? String(v) : String((v as { data: unknown }).data);
    };
    text += `  File "${part(code, "co_filename")}", line ${part(frame, "f_lineno")} in ${part(code, "co_name")}\n`;
    frame = getAttrText(vm, frame, "f_back");
  }
  vm.host.files?.write(fd, new TextEncoder().encode(text));
}

export const faulthandlerModule: ModuleSpec = defineModule({
  name: "faulthandler",
  doc: docOf("faulthandler"),
  functions: describedFunctions("faulthandler", {
    enable: (vm: Vm, file?: Value) => {
      fileNumber(vm, file);
      stateOf(vm).enabled = true;
    },
    disable: (vm: Vm) => {
      const was = stateOf(vm).enabled;
      stateOf(vm).enabled = false;
      return was ? True : False;
    },
    is_enabled: (vm: Vm) => (stateOf(vm).enabled ? True : False),
    dump_traceback: dumpTraceback,
    // What CPython says on systems that know no C stack.
    dump_c_stack: (vm: Vm, file?: Value) => {
      const fd = fileNumber(vm, file);
      vm.host.files?.write(fd, new TextEncoder().encode("Current thread's C stack trace (most recent call first):\n  <cannot get C stack on this system>\n"));
    },
    dump_traceback_later: (vm: Vm, timeout: Value) => {
      if (asDouble(vm, timeout) <= 0) throw valueError(vm, "timeout must be greater than 0");
    },
    cancel_dump_traceback_later: () => None,
  }),
});
