// _asyncio: futures, tasks, and which loop and task are running. Mirrors Modules/_asynciomodule.c. See docs/modules.md.
import { call, callMethod, type Container, defineModule, drop, forEach, getAttrText, hold, importModule, intern, type ModuleSpec, newRef, newSet, None, runtimeError, truth, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { addAwaiter, asyncioAttribute, currentLoop, discardAwaiter, FutureType, loopState, runningLoop } from "./future.ts";
import { enterTask, leaveTask, registerTask, scheduledTasks, swapTask, TaskType, unregisterTask } from "./task.ts";

const D = documented("_asyncio", docs);

function running(vm: Vm): Value {
  const loop = runningLoop(vm);
  if (loop === null) throw runtimeError(vm, "no running event loop");
  return loop;
}

function allTasks(vm: Vm, given?: Value): Value {
  const loop = given === undefined || given === None ? running(vm) : given;
  const out = newSet(vm, []);
  const add = (task: Value): void => {
    const own = call(vm, asyncioAttribute(vm, "asyncio.futures", "_get_loop"), [task]);
    if (own === loop && !truth(vm, callMethod(vm, task, intern(vm, "done"), []))) callMethod(vm, out, intern(vm, "add"), [task]);
  };
  forEach(vm, call(vm, getAttrText(vm, importModule(vm, "builtins", None, None, 0), "list"), [scheduledTasks(vm)]), add);
  return out;
}

export const asyncioModule: ModuleSpec = defineModule({
  name: "_asyncio",
  doc: D.doc(""),
  functions: {
    _get_running_loop: D.func("_get_running_loop", (vm: Vm) => runningLoop(vm) ?? None),
    _set_running_loop: D.func("_set_running_loop", (vm: Vm, loop: Value) => {
      const state = loopState(vm);
      const before = state.running;
      state.running = loop === None ? null : (newRef(loop) as Container);
      if (before !== null) drop(vm, before);
    }),
    get_running_loop: D.func("get_running_loop", running),
    get_event_loop: D.func("get_event_loop", (vm: Vm) => currentLoop(vm)),
    current_task: D.func("current_task", (vm: Vm, given?: Value) => {
      const loop = given === undefined || given === None ? running(vm) : given;
      const state = loopState(vm);
      return state.running === loop && state.task !== null ? hold(vm, state.task) : None;
    }),
    all_tasks: D.func("all_tasks", allTasks),
    _enter_task: D.func("_enter_task", (vm: Vm, loop: Value, task: Value) => enterTask(vm, loop, task)),
    _leave_task: D.func("_leave_task", (vm: Vm, loop: Value, task: Value) => leaveTask(vm, loop, task)),
    _swap_current_task: D.func("_swap_current_task", (vm: Vm, loop: Value, task: Value) => swapTask(vm, loop, task)),
    _register_task: D.func("_register_task", registerTask),
    _unregister_task: D.func("_unregister_task", unregisterTask),
    _register_eager_task: D.func("_register_eager_task", registerTask),
    _unregister_eager_task: D.func("_unregister_eager_task", unregisterTask),
    future_add_to_awaited_by: D.func("future_add_to_awaited_by", (vm: Vm, future: Value, waiter: Value) => addAwaiter(vm, future, waiter)),
    future_discard_from_awaited_by: D.func("future_discard_from_awaited_by", (vm: Vm, future: Value, waiter: Value) => discardAwaiter(vm, future, waiter)),
  },
  types: { Future: FutureType, Task: TaskType },
});
