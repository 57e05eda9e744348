// _queue: SimpleQueue on a machine of one thread. Whoever waits for an item can only get one from a signal handler; waiting without an end
// is a deadlock, as with locks. Mirrors Modules/_queuemodule.c. See docs/modules.md.
import {
  asIndex, builtinNamed, call, Container, defineModule, defineType, dictSetText, drop, exc, False, floatValue, isFloat, type ModuleSpec, newGenericAlias, newRef, newScopedDict, newStr, newSubclassInstance, newTuple, None, note, noteOwned,
  overflowError, PyError, type PyStr, recOf, runtimeError, TPFLAGS_BASETYPE, track, True, truth, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { clockOf, hostCall, runPending } from "../os-error.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_queue", docs);
const SECOND = 1_000_000_000n;
const LONGEST = 9223372036854775807n;
/** Longest sleep without a look at signals, in nanoseconds. */
const TURN = 20_000_000n;

/** Payload: the items from `head` on are in the queue; the places before are free. */
interface Queue {
  items: Value[];
  head: number;
}

const queueOf = (self: Container): Queue => self.data as Queue;
const sizeOfQueue = (self: Container): number => queueOf(self).items.length - queueOf(self).head;

/** queue.Empty. */
function emptyClass(vm: Vm): TypeRec {
  const made = vm.stateOf("_queue.Empty", () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("_queue"));
    dictSetText(vm, dict, "__doc__", newStr(D.doc("Empty")!));
    return newRef(call(vm, builtinNamed(vm, "type"), [newStr("Empty"), newTuple(vm, [exc.ExceptionType.obj]), dict])) as Container;
  });
  return recOf(made as Value);
}

function put(self: Container, item: Value): void {
  queueOf(self).items.push(newRef(item));
}

function take(vm: Vm, self: Container): Value {
  const queue = queueOf(self);
  const item = queue.items[queue.head]!;
  queue.items[queue.head++] = None;
  if (queue.head === queue.items.length) {
    queue.items = [];
    queue.head = 0;
  } else if (queue.head > 64 && queue.head * 2 > queue.items.length) {
    queue.items = queue.items.slice(queue.head);
    queue.head = 0;
  }
  return noteOwned(vm, item);
}

/** Nanoseconds of a timeout in seconds, rounded up. */
function timeoutOf(vm: Vm, v: Value): bigint {
  let timeout: bigint;
  if (isFloat(v)) {
    const seconds = floatValue(v);
    if (Number.isNaN(seconds)) throw valueError(vm, "Invalid value NaN (not a number)");
    if (Math.abs(seconds) * 1e9 >= 2 ** 63) throw overflowError(vm, "timestamp out of range for C PyTime_t");
    timeout = BigInt(Math.ceil(seconds * 1e9));
  } else {
    if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer or float`);
    timeout = BigInt(asIndex(vm, v)) * SECOND;
    if (timeout > LONGEST || timeout < -LONGEST - 1n) throw overflowError(vm, "timestamp out of range for C PyTime_t");
  }
  if (timeout < 0n) throw valueError(vm, "'timeout' must be a non-negative number");
  return timeout;
}

/** Waits for an item; false when the time is over. */
function waitForItem(vm: Vm, self: Container, timeout: bigint): boolean {
  const clock = clockOf(vm);
  for (let left = timeout, end = clock.monotonic() + timeout; left > 0n; left = end - clock.monotonic()) {
    hostCall(vm, () => clock.sleep(left > TURN ? TURN : left));
    runPending(vm);
    if (sizeOfQueue(self) > 0) return true;
  }
  return false;
}

function get(vm: Vm, self: Container, block?: Value, timeout?: Value): Value {
  if (block === undefined || truth(vm, block)) {
    const limit = timeout === undefined || timeout === None ? undefined : timeoutOf(vm, timeout);
    if (sizeOfQueue(self) > 0) return take(vm, self);
    if (limit === undefined) throw runtimeError(vm, "deadlock: the queue is empty, and there is no other thread to put something into it");
    if (waitForItem(vm, self, limit)) return take(vm, self);
  } else if (sizeOfQueue(self) > 0) return take(vm, self);
  throw new PyError(exc.newException(vm, emptyClass(vm), []));
}

function queue_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const named = kwnames === null ? 0 : kwnames.length;
  // A subclass may take what its __init__ wants.
  if (type.tp_init === SimpleQueueType.tp_init) {
    if (named > 0) throw typeError(vm, "SimpleQueue() takes no keyword arguments");
    if (args.length > 0) throw typeError(vm, "SimpleQueue() takes no positional arguments");
  }
  const queue: Queue = { items: [], head: 0 };
  if (type !== SimpleQueueType) return newSubclassInstance(vm, type, queue);
  const made = new Container(SimpleQueueType, queue, null);
  track(vm, made);
  return note(vm, made);
}

const SimpleQueueType: TypeRec = defineType({
  name: "_queue.SimpleQueue",
  doc: D.doc("SimpleQueue"),
  ...D.signature("SimpleQueue"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    empty: D.method("SimpleQueue.empty", (_vm: Vm, self: Container) => (sizeOfQueue(self) === 0 ? True : False)),
    get: D.method("SimpleQueue.get", get),
    get_nowait: D.method("SimpleQueue.get_nowait", (vm: Vm, self: Container) => get(vm, self, False)),
    put: D.method("SimpleQueue.put", (_vm: Vm, self: Container, item: Value) => put(self, item)),
    put_nowait: D.method("SimpleQueue.put_nowait", (_vm: Vm, self: Container, item: Value) => put(self, item)),
    qsize: D.method("SimpleQueue.qsize", (_vm: Vm, self: Container) => sizeOfQueue(self)),
    __class_getitem__: D.classMethod("SimpleQueue.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    tp_new: queue_new,
    tp_traverse: (self: Container, visit) => {
      const { items, head } = queueOf(self);
      for (let i = head; i < items.length; i++) visit(items[i]!);
    },
    tp_clear: (vm, self: Container) => {
      const queue = queueOf(self);
      const { items, head } = queue;
      queue.items = [];
      queue.head = 0;
      for (let i = head; i < items.length; i++) drop(vm, items[i]!);
    },
  },
});

export const queueModule: ModuleSpec = defineModule({
  name: "_queue",
  doc: D.doc(""),
  types: { SimpleQueue: SimpleQueueType },
  attributes: { Empty: (vm) => emptyClass(vm).obj },
});
