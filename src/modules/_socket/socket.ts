// The socket type: a descriptor, its family, and how long its calls may wait. Mirrors sock_* in Modules/socketmodule.c. See docs/modules.md.
import { HostFault } from "../../host/fault.ts";
import type { Sockets } from "../../host/host.ts";
import { asBytesLike, asCInt, asDouble, asIndex, asWritableBytes, type Container, defineType, False, isStr, isTuple, newBytes, newFloat, newStr, newSubclassInstance, newTuple, None, overflowError, PyError, reprText, textOf, TPFLAGS_BASETYPE, typeError, typeName, type TypeRec, type Value, valueError, type Vm, True, truth, warn, exc } from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { clockOf, filesOf, hostCall, osError, osErrorNumber } from "../os-error.ts";
import { encodePath, decodePath } from "../posix/paths.ts";
import { POLLIN, POLLOUT, waitFor } from "../waiting.ts";
import { worldDocs } from "../world-docs.generated.ts";
import { type Address, AF_INET, AF_INET6, AF_UNIX, formatInet4, formatInet6, packAddress, unpackAddress } from "./addresses.ts";
import { hostAddress } from "./lookup.ts";

const D = documented("_socket", worldDocs);

const EAGAIN = 11;
const EINPROGRESS = 115;
const EISCONN = 106;
const SOL_SOCKET = 1;
const SO_ERROR = 4;
const SO_TYPE = 3;
const SO_DOMAIN = 39;
const SO_PROTOCOL = 38;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;

interface SocketData {
  fd: number;
  family: number;
  type: number;
  proto: number;
  /** Nanoseconds; undefined waits for ever, 0 not at all. */
  timeout: bigint | undefined;
}

/** The default for new sockets. */
export function defaultTimeout(vm: Vm): bigint | undefined {
  return settings(vm).timeout;
}

export function setDefaultTimeout(vm: Vm, timeout: bigint | undefined): void {
  settings(vm).timeout = timeout;
}

function settings(vm: Vm): { timeout: bigint | undefined } {
  return vm.stateOf("_socket", () => ({ timeout: undefined as bigint | undefined }));
}

/** None, or seconds, rounded up. */
export function parseTimeout(vm: Vm, v: Value): bigint | undefined {
  if (v === None) return undefined;
  const seconds = asDouble(vm, v);
  if (Number.isNaN(seconds)) throw valueError(vm, "Invalid value NaN (not a number)");
  if (seconds < 0) throw valueError(vm, "Timeout value out of range");
  if (seconds * 1e9 > 9.2e18) throw overflowError(vm, "timestamp too large to convert to C PyTime_t");
  return BigInt(Math.ceil(seconds * 1e9));
}

export function showTimeout(timeout: bigint | undefined): Value {
  return timeout === undefined ? None : newFloat(Number(timeout) / 1e9);
}

export function socketsOf(vm: Vm): Sockets {
  if (vm.host.sockets === undefined) throw osErrorNumber(vm, 1);
  return vm.host.sockets;
}

const dataOf = (self: Value): SocketData => (self as Container).data as SocketData;

function faultNumber(error: unknown): number {
  return error instanceof HostFault ? error.errno : 0;
}

/** Does a call that may have to wait until the socket is ready. */
function whenReady<T>(vm: Vm, s: SocketData, events: number, run: () => T): T {
  const end = s.timeout === undefined || s.timeout === 0n ? undefined : clockOf(vm).monotonic() + s.timeout;
  for (;;) {
    if (s.timeout !== 0n && !waitFor(vm, s.fd, events, end)) throw timedOut(vm);
    try {
      return run();
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      if (s.timeout === 0n || faultNumber(error) !== EAGAIN) throw osError(vm, error);
    }
  }
}

function timedOut(vm: Vm): PyError {
  return new PyError(exc.newException(vm, exc.TimeoutErrorType, [newStr("timed out")]));
}

/** An address argument in the form of the socket's family. */
export function addressArgument(vm: Vm, family: number, v: Value, name: string): Address {
  if (family === AF_UNIX) {
    const path = isStr(v) ? encodePath(vm, v) : asBytesLike(vm, v);
    if (path.length > 107) throw new PyError(exc.newException(vm, exc.OSErrorType, [newStr("AF_UNIX path too long")]));
    return { family: AF_UNIX, path: path.slice() };
  }
  if (family !== AF_INET && family !== AF_INET6) throw new PyError(exc.newException(vm, exc.OSErrorType, [newStr(`${name}(): bad family`)]));
  const label = family === AF_INET ? "AF_INET" : "AF_INET6";
  if (!isTuple(v)) throw typeError(vm, `${name}(): ${label} address must be tuple, not ${typeName(v)}`);
  const items = v.data as Value[];
  if (family === AF_INET ? items.length !== 2 : items.length < 2 || items.length > 4) throw typeError(vm, family === AF_INET ? `${name}(): AF_INET address must be a pair (host, port)` : `${name}(): AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])`);
  const [host, portValue, flow, scope] = items as [Value, Value, Value | undefined, Value | undefined];
  if (!isStr(host)) throw typeError(vm, `str, bytes or bytearray expected, not ${typeName(host)}`);
  const port = asCInt(vm, portValue);
  if (port < 0 || port > 0xffff) throw overflowError(vm, `${name}(): port must be 0-65535.`);
  const bytes = hostAddress(vm, textOf(host), family);
  if (family === AF_INET) return { family, host: bytes, port };
  return { family, host: bytes, port, flow: flow === undefined ? 0 : Number(asIndex(vm, flow)), scope: scope === undefined ? 0 : Number(asIndex(vm, scope)) };
}

/** An address as Python sees it. */
export function showAddress(vm: Vm, bytes: Uint8Array | undefined): Value {
  const a = bytes === undefined ? undefined : unpackAddress(bytes);
  if (a === undefined) return None;
  if (a.family === AF_UNIX) return a.path[0] === 0 ? newBytes(a.path) : decodePath(vm, a.path);
  if (a.family === AF_INET) return newTuple(vm, [newStr(formatInet4(a.host)), a.port]);
  return newTuple(vm, [newStr(formatInet6(a.host)), a.port, a.flow, a.scope]);
}

function int32(vm: Vm, fd: number, option: number): number {
  const bytes = socketsOf(vm).getOption(fd, SOL_SOCKET, option, 4);
  return new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
}

const bindInit = constructorArguments("socket", "(family=-1, type=-1, proto=-1, fileno=None)");

function init(vm: Vm, self: Container, args: readonly Value[], kwnames: any): void {
  const [familyValue, typeValue, protoValue, fileno] = bindInit(vm, args, kwnames) as (Value | undefined)[];
  const number = (v: Value | undefined): number => (v === undefined ? -1 : asCInt(vm, v));
  let [family, type, proto] = [number(familyValue), number(typeValue), number(protoValue)];
  const s = dataOf(self);
  const sockets = socketsOf(vm);
  if (fileno !== undefined && fileno !== None) {
    const fd = asCInt(vm, fileno);
    if (fd < 0) throw valueError(vm, "negative file descriptor");
    hostCall(vm, () => {
      // Asking it tells whether it is a socket at all.
      const real = int32(vm, fd, SO_TYPE);
      if (type === -1) type = real;
      if (family === -1) family = int32(vm, fd, SO_DOMAIN);
      if (proto === -1) proto = int32(vm, fd, SO_PROTOCOL);
    });
    s.fd = fd;
  } else {
    if (family === -1) family = AF_INET;
    if (type === -1) type = 1;
    if (proto === -1) proto = 0;
    s.fd = hostCall(vm, () => sockets.socket(family, type | SOCK_CLOEXEC, proto));
  }
  setUp(vm, s, family, type, proto);
}

function setUp(vm: Vm, s: SocketData, family: number, type: number, proto: number): void {
  s.family = family;
  s.type = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  s.proto = proto;
  s.timeout = (type & SOCK_NONBLOCK) !== 0 ? 0n : defaultTimeout(vm);
  if (s.timeout !== undefined && s.timeout > 0n) hostCall(vm, () => filesOf(vm).setBlocking(s.fd, false));
}

function close(vm: Vm, self: Value): void {
  const s = dataOf(self);
  const { fd } = s;
  if (fd < 0) return;
  s.fd = -1;
  try {
    filesOf(vm).close(fd);
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    // The other side went away: the descriptor is closed all the same.
    if (error.errno !== 104) throw osError(vm, error);
  }
}

function setTimeout_(vm: Vm, self: Value, timeout: bigint | undefined): void {
  const s = dataOf(self);
  s.timeout = timeout;
  hostCall(vm, () => filesOf(vm).setBlocking(s.fd, timeout === undefined));
}

/** The errno of connecting; 0 when connected. */
function connectTo(vm: Vm, s: SocketData, address: Value, name: string): number {
  const bytes = packAddress(addressArgument(vm, s.family, address, name));
  try {
    socketsOf(vm).connect(s.fd, bytes);
    return 0;
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    if (error.errno !== EINPROGRESS || s.timeout === 0n) return error.errno;
  }
  const end = s.timeout === undefined ? undefined : clockOf(vm).monotonic() + s.timeout;
  if (!waitFor(vm, s.fd, POLLOUT, end)) throw timedOut(vm);
  const found = hostCall(vm, () => int32(vm, s.fd, SO_ERROR));
  return found === EISCONN ? 0 : found;
}

const flagsOf = (vm: Vm, v: Value | undefined): number => (v === undefined ? 0 : asCInt(vm, v));

function receive(vm: Vm, self: Value, size: Value, flags: Value | undefined): [Uint8Array, Uint8Array | undefined] {
  const n = Number(asIndex(vm, size));
  if (n < 0) throw valueError(vm, "negative buffersize in recv");
  const into = new Uint8Array(n);
  const [got, from] = receiveInto(vm, self, into, flags);
  return [into.subarray(0, got), from];
}

function receiveInto(vm: Vm, self: Value, into: Uint8Array, flags: Value | undefined): readonly [number, Uint8Array | undefined] {
  const s = dataOf(self);
  const f = flagsOf(vm, flags);
  return whenReady(vm, s, POLLIN, () => socketsOf(vm).receive(s.fd, into, f));
}

function intoBuffer(vm: Vm, buffer: Value, size: Value | undefined): Uint8Array {
  const bytes = asWritableBytes(vm, buffer);
  const n = size === undefined ? 0 : Number(asIndex(vm, size));
  if (n < 0) throw valueError(vm, "negative buffersize in recv_into");
  if (n > bytes.length) throw valueError(vm, "nbytes is greater than the length of the buffer");
  return n === 0 ? bytes : bytes.subarray(0, n);
}

function sendBytes(vm: Vm, self: Value, bytes: Uint8Array, flags: number, to?: Uint8Array): number {
  const s = dataOf(self);
  return whenReady(vm, s, POLLOUT, () => socketsOf(vm).send(s.fd, bytes, flags, to));
}

function sendAll(vm: Vm, self: Value, data: Value, flags?: Value): void {
  const f = flagsOf(vm, flags);
  // A copy: signal handlers may run between the parts.
  const bytes = asBytesLike(vm, data).slice();
  for (let at = 0; at < bytes.length; ) at += sendBytes(vm, self, bytes.subarray(at), f);
}

function sendTo(vm: Vm, self: Value, data: Value, a: Value, b?: Value): Value {
  const [flags, address] = b === undefined ? [undefined, a] : [a, b];
  const s = dataOf(self);
  return sendBytes(vm, self, asBytesLike(vm, data), flagsOf(vm, flags), packAddress(addressArgument(vm, s.family, address, "sendto")));
}

function setOption(vm: Vm, self: Value, level: Value, option: Value, value: Value, length?: Value): void {
  const s = dataOf(self);
  let bytes: Uint8Array;
  if (length !== undefined) bytes = new Uint8Array(Number(asIndex(vm, length)));
  else if (typeof value === "number" || typeName(value) === "int" || typeName(value) === "bool") {
    bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, asCInt(vm, value), true);
  } else bytes = asBytesLike(vm, value).slice();
  const [l, o] = [asCInt(vm, level), asCInt(vm, option)];
  hostCall(vm, () => socketsOf(vm).setOption(s.fd, l, o, bytes));
}

function getOption(vm: Vm, self: Value, level: Value, option: Value, size?: Value): Value {
  const s = dataOf(self);
  const n = size === undefined ? 0 : asCInt(vm, size);
  const [l, o] = [asCInt(vm, level), asCInt(vm, option)];
  if (n === 0) {
    const bytes = hostCall(vm, () => socketsOf(vm).getOption(s.fd, l, o, 4));
    return new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  }
  if (n < 0 || n > 1024) throw new PyError(exc.newException(vm, exc.OSErrorType, [newStr("getsockopt buflen out of range")]));
  return newBytes(hostCall(vm, () => socketsOf(vm).getOption(s.fd, l, o, n)));
}

function reprOf(_vm: Vm, self: Value): Value {
  const s = dataOf(self);
  return newStr(`<socket object, fd=${s.fd}, family=${s.family}, type=${s.type}, proto=${s.proto}>`);
}

const one = "($self, object, /)";

export const SocketType: TypeRec = defineType({
  name: "_socket.socket",
  doc: D.doc("socket"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    _accept: D.method("socket._accept", (vm: Vm, self: Value) => {
      const s = dataOf(self);
      const [fd, from] = whenReady(vm, s, POLLIN, () => socketsOf(vm).accept(s.fd));
      return newTuple(vm, [fd, showAddress(vm, from)]);
    }),
    bind: D.method("socket.bind", (vm: Vm, self: Value, address: Value) => {
      const s = dataOf(self);
      const bytes = packAddress(addressArgument(vm, s.family, address, "bind"));
      hostCall(vm, () => socketsOf(vm).bind(s.fd, bytes));
    }),
    close: D.method("socket.close", close),
    connect: D.method("socket.connect", (vm: Vm, self: Value, address: Value) => {
      const error = connectTo(vm, dataOf(self), address, "connect");
      if (error !== 0) throw osErrorNumber(vm, error);
    }),
    connect_ex: D.method("socket.connect_ex", (vm: Vm, self: Value, address: Value) => connectTo(vm, dataOf(self), address, "connect_ex")),
    detach: D.method("socket.detach", (_vm: Vm, self: Value) => {
      const s = dataOf(self);
      const { fd } = s;
      s.fd = -1;
      return fd;
    }),
    fileno: D.method("socket.fileno", (_vm: Vm, self: Value) => dataOf(self).fd),
    getpeername: D.method("socket.getpeername", (vm: Vm, self: Value) => showAddress(vm, hostCall(vm, () => socketsOf(vm).peerAddress(dataOf(self).fd)))),
    getsockname: D.method("socket.getsockname", (vm: Vm, self: Value) => showAddress(vm, hostCall(vm, () => socketsOf(vm).localAddress(dataOf(self).fd)))),
    getsockopt: D.method("socket.getsockopt", getOption, "($self, level, option, buflen=0, /)"),
    setsockopt: D.method("socket.setsockopt", setOption, "($self, level, option, value, optlen=None, /)"),
    listen: D.method("socket.listen", (vm: Vm, self: Value, backlog?: Value) => {
      const n = backlog === undefined ? 128 : Math.max(0, asCInt(vm, backlog));
      hostCall(vm, () => socketsOf(vm).listen(dataOf(self).fd, n));
    }, "($self, backlog=None, /)"),
    recv: D.method("socket.recv", (vm: Vm, self: Value, size: Value, flags?: Value) => newBytes(receive(vm, self, size, flags)[0]), "($self, buffersize, flags=0, /)"),
    recv_into: D.method("socket.recv_into", (vm: Vm, self: Value, buffer: Value, size?: Value, flags?: Value) => receiveInto(vm, self, intoBuffer(vm, buffer, size), flags)[0], "($self, buffer, nbytes=0, flags=0)"),
    recvfrom: D.method("socket.recvfrom", (vm: Vm, self: Value, size: Value, flags?: Value) => {
      const [bytes, from] = receive(vm, self, size, flags);
      return newTuple(vm, [newBytes(bytes), showAddress(vm, from)]);
    }, "($self, buffersize, flags=0, /)"),
    recvfrom_into: D.method("socket.recvfrom_into", (vm: Vm, self: Value, buffer: Value, size?: Value, flags?: Value) => {
      const [n, from] = receiveInto(vm, self, intoBuffer(vm, buffer, size), flags);
      return newTuple(vm, [n, showAddress(vm, from)]);
    }, "($self, buffer, nbytes=0, flags=0)"),
    send: D.method("socket.send", (vm: Vm, self: Value, data: Value, flags?: Value) => sendBytes(vm, self, asBytesLike(vm, data), flagsOf(vm, flags)), "($self, data, flags=0, /)"),
    sendall: D.method("socket.sendall", sendAll, "($self, data, flags=0, /)"),
    sendto: D.method("socket.sendto", sendTo, "($self, data, flags_or_address, address=None, /)"),
    getblocking: D.method("socket.getblocking", (_vm: Vm, self: Value) => (dataOf(self).timeout === 0n ? False : True)),
    setblocking: D.method("socket.setblocking", (vm: Vm, self: Value, flag: Value) => setTimeout_(vm, self, truth(vm, flag) ? undefined : 0n), one),
    gettimeout: D.method("socket.gettimeout", (_vm: Vm, self: Value) => showTimeout(dataOf(self).timeout)),
    settimeout: D.method("socket.settimeout", (vm: Vm, self: Value, v: Value) => setTimeout_(vm, self, parseTimeout(vm, v)), one),
    shutdown: D.method("socket.shutdown", (vm: Vm, self: Value, how: Value) => {
      const h = asCInt(vm, how);
      hostCall(vm, () => socketsOf(vm).shutdown(dataOf(self).fd, h));
    }),
  },
  getset: {
    family: D.member("socket.family", (_vm, self) => dataOf(self).family),
    type: D.member("socket.type", (_vm, self) => dataOf(self).type),
    proto: D.member("socket.proto", (_vm, self) => dataOf(self).proto),
    timeout: D.getset("socket.timeout", (_vm, self) => showTimeout(dataOf(self).timeout)),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { fd: -1, family: 0, type: 0, proto: 0, timeout: undefined } satisfies SocketData),
    tp_init: (vm, self, args, kwnames) => init(vm, self as Container, args, kwnames),
    tp_repr: reprOf as never,
    tp_finalize: (vm, self) => {
      const s = dataOf(self);
      if (s.fd < 0) return;
      warn(vm, "ResourceWarning", `unclosed ${reprText(vm, self)}`, 1, self);
      close(vm, self);
    },
  },
});

/** socketpair(): two sockets of the base type that are connected with each other. */
export function makeSocketPair(vm: Vm, familyValue?: Value, typeValue?: Value, protoValue?: Value): Value {
  const number = (v: Value | undefined, other: number): number => (v === undefined || v === None ? other : asCInt(vm, v));
  const [family, type, proto] = [number(familyValue, AF_UNIX), number(typeValue, 1), number(protoValue, 0)];
  const fds = hostCall(vm, () => socketsOf(vm).pair(family, type | SOCK_CLOEXEC, proto));
  return newTuple(vm, fds.map((fd) => {
    const s: SocketData = { fd, family: 0, type: 0, proto: 0, timeout: undefined };
    setUp(vm, s, family, type, proto);
    return newSubclassInstance(vm, SocketType, s);
  }));
}
