// select: waiting for several descriptors, over the host's poll. Mirrors Modules/selectmodule.c. See docs/modules.md.
import { asCInt, asDouble, asIndex, listOf, type Container, defineModule, defineType, dropError, exc, False, hold, isBigOrInt, isFloat, isList, lookupAttrText, call, type ModuleSpec, newError, newList, newSubclassInstance, newTuple, None, overflowError, PyError, TPFLAGS_DISALLOW_INSTANTIATION, True, typeError, type TypeRec, type Value, valueError, type Vm } from "../core/api.ts";
import { fileDescriptor } from "./file-descriptor.ts";
import { selectConstants } from "./_socket/constants.ts";
import { constructorArguments, documented } from "./documented.ts";
import { clockOf, osErrorNumber } from "./os-error.ts";
import { POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT, POLLPRI, pollUntil } from "./waiting.ts";
import { worldDocs } from "./world-docs.generated.ts";

const D = documented("select", worldDocs);
const FD_SETSIZE = 1024;

/** A moment from seconds or milliseconds; undefined for ever. */
function deadline(vm: Vm, timeout: Value | undefined, unit: number): bigint | undefined {
  if (timeout === undefined || timeout === None) return undefined;
  let amount: number;
  try {
    amount = asDouble(vm, timeout);
  } catch (error) {
    if (!(error instanceof PyError) || error.exc.type !== exc.TypeErrorType) throw error;
    dropError(vm, error);
    throw typeError(vm, "timeout must be a real number or None");
  }
  if (Number.isNaN(amount)) throw valueError(vm, "Invalid value NaN (not a number)");
  const ns = amount * unit;
  if (Math.abs(ns) > 9.2e18) throw overflowError(vm, "timestamp out of range for C PyTime_t");
  return clockOf(vm).monotonic() + BigInt(Math.ceil(ns));
}

function select(vm: Vm, rlist: Value, wlist: Value, xlist: Value, timeout?: Value): Value {
  if (timeout !== undefined && timeout !== None && typeof timeout !== "number" && timeout.type.nb_index === undefined && !isFloat(timeout)) throw typeError(vm, "timeout must be a float or None");
  if (timeout !== undefined && timeout !== None && asDouble(vm, timeout) < 0) throw valueError(vm, "timeout must be non-negative");
  const end = deadline(vm, timeout, 1e9);
  const lists = [rlist, wlist, xlist].map((list) => {
    let items: Value[];
    try {
      items = listOf(vm, list);
    } catch (error) {
      if (!(error instanceof PyError) || error.exc.type !== exc.TypeErrorType) throw error;
      dropError(vm, error);
      throw typeError(vm, "arguments 1-3 must be sequences");
    }
    // A list may change while its items are asked for their descriptors.
    if (isList(list)) items = list.data as Value[];
    const described: [fd: number, item: Value][] = [];
    for (let i = 0; i < items.length; i++) {
      const item = hold(vm, items[i]!);
      const fd = fileDescriptor(vm, item);
      if (fd >= FD_SETSIZE) throw valueError(vm, "filedescriptor out of range in select()");
      described.push([fd, item]);
    }
    return described;
  });
  const wants = [POLLIN, POLLOUT, POLLPRI];
  const wanted = new Map<number, number>();
  lists.forEach((list, i) => {
    for (const [fd] of list) wanted.set(fd, (wanted.get(fd) ?? 0) | wants[i]!);
  });
  const came = new Map(pollUntil(vm, [...wanted], end));
  for (const events of came.values()) if ((events & POLLNVAL) !== 0) throw osErrorNumber(vm, 9);
  const counts = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI];
  return newTuple(vm, lists.map((list, i) => newList(vm, list.filter(([fd]) => ((came.get(fd) ?? 0) & counts[i]!) !== 0).map(([, item]) => item))));
}

interface PollData {
  wanted: Map<number, number>;
  polling: boolean;
}
const pollOf = (self: Value): PollData => (self as Container).data as PollData;

function eventMask(vm: Vm, v: Value | undefined, bits: number): number {
  if (v === undefined) return POLLIN | POLLPRI | POLLOUT;
  const n = asIndex(vm, v);
  if (n < 0) throw valueError(vm, "value must be positive");
  if (n >= 2 ** bits) throw overflowError(vm, bits === 16 ? "Python int too large to convert to C unsigned short" : "Python int too large to convert to C unsigned int");
  return Number(n);
}

function missing(vm: Vm, fd: number): PyError {
  return new PyError(exc.newException(vm, exc.KeyErrorType, [fd]));
}

const PollType: TypeRec = defineType({
  name: "select.poll",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    register: D.method("poll.register", (vm: Vm, self: Value, fd: Value, mask?: Value) => {
      const n = fileDescriptor(vm, fd);
      pollOf(self).wanted.set(n, eventMask(vm, mask, 16));
    }, "($self, fd, eventmask=None, /)"),
    modify: D.method("poll.modify", (vm: Vm, self: Value, fd: Value, mask: Value) => {
      const n = fileDescriptor(vm, fd);
      const events = eventMask(vm, mask, 16);
      if (!pollOf(self).wanted.has(n)) throw osErrorNumber(vm, 2);
      pollOf(self).wanted.set(n, events);
    }),
    unregister: D.method("poll.unregister", (vm: Vm, self: Value, fd: Value) => {
      const n = fileDescriptor(vm, fd);
      if (!pollOf(self).wanted.delete(n)) throw missing(vm, n);
    }),
    poll: D.method("poll.poll", (vm: Vm, self: Value, timeout?: Value) => {
      const p = pollOf(self);
      const end = timeout === undefined || timeout === None || asDouble(vm, timeout) < 0 ? undefined : deadline(vm, timeout, 1e6);
      if (p.polling) throw newError(vm, exc.RuntimeErrorType, "concurrent poll() invocation");
      p.polling = true;
      try {
        return newList(vm, pollUntil(vm, [...p.wanted], end).map(([fd, events]) => newTuple(vm, [fd, events])));
      } finally {
        p.polling = false;
      }
    }),
  },
});

interface EpollData {
  /** The number it shows; -1 when closed. There is no descriptor of the system behind it. */
  fd: number;
  wanted: Map<number, number>;
}

const epollOf = (vm: Vm, self: Value): EpollData => {
  const e = (self as Container).data as EpollData;
  if (e.fd < 0) throw valueError(vm, "I/O operation on closed epoll object");
  return e;
};

const bindEpoll = constructorArguments("epoll", "(sizehint=-1, flags=0)");
const EPOLL_CLOEXEC = 0o2000000;
const EPOLLONESHOT = 1 << 30;
const EPOLL_FLAGS = 0xf0000000;

function closeEpoll(vm: Vm, self: Value): void {
  const e = (self as Container).data as EpollData;
  if (e.fd < 0) return;
  const { fd } = e;
  e.fd = -1;
  e.wanted.clear();
  vm.host.files?.close(fd);
}

const EpollType: TypeRec = defineType({
  name: "select.epoll",
  doc: D.doc("epoll"),
  methods: {
    close: D.method("epoll.close", closeEpoll),
    fileno: D.method("epoll.fileno", (vm: Vm, self: Value) => epollOf(vm, self).fd),
    register: D.method("epoll.register", (vm: Vm, self: Value, fd: Value, mask?: Value) => {
      const e = epollOf(vm, self);
      const n = fileDescriptor(vm, fd);
      const events = eventMask(vm, mask, 32);
      checkOpen(vm, n);
      if (e.wanted.has(n)) throw osErrorNumber(vm, 17);
      e.wanted.set(n, events);
    }, "($self, /, fd, eventmask=None)"),
    modify: D.method("epoll.modify", (vm: Vm, self: Value, fd: Value, mask: Value) => {
      const e = epollOf(vm, self);
      const n = fileDescriptor(vm, fd);
      const events = eventMask(vm, mask, 32);
      if (!e.wanted.has(n)) throw osErrorNumber(vm, 2);
      e.wanted.set(n, events);
    }),
    unregister: D.method("epoll.unregister", (vm: Vm, self: Value, fd: Value) => {
      const e = epollOf(vm, self);
      const n = fileDescriptor(vm, fd);
      if (!e.wanted.delete(n)) throw osErrorNumber(vm, 2);
    }),
    poll: D.method("epoll.poll", (vm: Vm, self: Value, timeout?: Value, most?: Value) => {
      const e = epollOf(vm, self);
      const max = most === undefined ? -1 : asCInt(vm, most);
      if (max === 0 || max < -1) throw valueError(vm, `maxevents must be greater than 0, got ${max}`);
      const end = timeout === undefined || timeout === None || asDouble(vm, timeout) < 0 ? undefined : deadline(vm, timeout, 1e9);
      const wanted = [...e.wanted].filter(([, events]) => (events & ~EPOLL_FLAGS) !== 0).map(([fd, events]): [number, number] => [fd, events & 0xffff]);
      const came = pollUntil(vm, wanted, end).filter(([fd, events]) => {
        // A closed descriptor leaves an epoll object by itself.
        if ((events & POLLNVAL) !== 0) e.wanted.delete(fd);
        return (events & POLLNVAL) === 0;
      });
      const shown = max > 0 ? came.slice(0, max) : came;
      for (const [fd] of shown) if ((e.wanted.get(fd)! & EPOLLONESHOT) !== 0) e.wanted.set(fd, 0);
      return newList(vm, shown.map(([fd, events]) => newTuple(vm, [fd, events])));
    }),
    __enter__: D.method("epoll.__enter__", (vm: Vm, self: Value) => {
      epollOf(vm, self);
      return self;
    }),
    __exit__: D.method("epoll.__exit__", (vm: Vm, self: Value) => closeEpoll(vm, self)),
    fromfd: D.classMethod("epoll.fromfd", (vm: Vm, type: TypeRec, fd: Value) => newSubclassInstance(vm, type, { fd: asCInt(vm, fd), wanted: new Map() } satisfies EpollData)),
  },
  getset: { closed: D.getset("epoll.closed", (_vm, self) => (((self as Container).data as EpollData).fd < 0 ? True : False)) },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [hint, flags] = bindEpoll(vm, args, kwnames) as (Value | undefined)[];
      const size = hint === undefined ? -1 : asCInt(vm, hint);
      if (size !== -1 && size <= 0) throw valueError(vm, "negative sizehint");
      if (flags !== undefined && asCInt(vm, flags) !== 0 && asCInt(vm, flags) !== EPOLL_CLOEXEC) throw osErrorNumber(vm, 22);
      const files = vm.host.files;
      if (files === undefined || vm.host.waiting === undefined) throw osErrorNumber(vm, 38);
      // A descriptor of its own, as programs expect: its number is all that it is for.
      const fd = files.open(new TextEncoder().encode("/dev/null"), EPOLL_CLOEXEC, 0);
      return newSubclassInstance(vm, type, { fd, wanted: new Map() } satisfies EpollData);
    },
    tp_finalize: closeEpoll as never,
  },
});

function checkOpen(vm: Vm, fd: number): void {
  try {
    const { mode } = vm.host.files!.stat(fd);
    const kind = mode & 0o170000;
    // Regular files and folders are always ready: epoll refuses them.
    if (kind === 0o100000 || kind === 0o040000) throw osErrorNumber(vm, 1);
  } catch (error) {
    if (error instanceof PyError) throw error;
    throw osErrorNumber(vm, 9);
  }
}

const attributes: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(selectConstants)) attributes[name] = () => value;

export const selectModule: ModuleSpec = defineModule({
  name: "select",
  doc: D.doc(""),
  functions: {
    select: D.func("select", select),
    poll: D.func("poll", (vm: Vm) => newSubclassInstance(vm, PollType, { wanted: new Map(), polling: false } satisfies PollData)),
  },
  types: { epoll: EpollType, error: exc.OSErrorType },
  attributes,
});
