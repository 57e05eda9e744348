// spawnv and its like: what os.py builds from fork elsewhere. The names are those that posix has on systems without fork. See docs/modules.md.
import { asCInt, isList, isTuple, listOf, matches, exc, dropError, None, truth, typeError, type Value, valueError, type Vm } from "../../../core/api.ts";
import { childFunctions } from "../children.ts";

export const P_WAIT = 0;
/** What a shell answers when a program cannot be started. */
const NOT_STARTED = 127;

function spawn(search: boolean, vm: Vm, mode: Value, file: Value, args: Value, env: Value): Value {
  if (!isList(args) && !isTuple(args)) throw typeError(vm, "argv must be a tuple or a list");
  const first = listOf(vm, args)[0];
  if (first === undefined || !truth(vm, first)) throw valueError(vm, "argv first element cannot be empty");
  const how = asCInt(vm, mode);
  let pid: Value;
  try {
    pid = childFunctions[search ? "posix_spawnp" : "posix_spawn"]!(vm, file, args, env);
  } catch (error) {
    if (!matches(error, exc.OSErrorType)) throw error;
    dropError(vm, error);
    return NOT_STARTED;
  }
  if (how !== P_WAIT) return pid;
  const answer = childFunctions["waitpid"]!(vm, pid, 0) as { data: Value[] };
  const status = answer.data[1] as number;
  return (status & 0x7f) === 0 ? (status >> 8) & 255 : -(status & 0x7f);
}


export const spawnFunctions: Record<string, (...args: any[]) => any> = {
  spawnv: (vm: Vm, mode: Value, file: Value, args: Value) => spawn(false, vm, mode, file, args, None),
  spawnve: (vm: Vm, mode: Value, file: Value, args: Value, env: Value) => spawn(false, vm, mode, file, args, env),
  spawnvp: (vm: Vm, mode: Value, file: Value, args: Value) => spawn(true, vm, mode, file, args, None),
  spawnvpe: (vm: Vm, mode: Value, file: Value, args: Value, env: Value) => spawn(true, vm, mode, file, args, env),
};
