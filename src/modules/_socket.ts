// _socket: sockets through the host. Where the host denies them, making one raises PermissionError; what needs no network works everywhere.
// Mirrors Modules/socketmodule.c. See docs/modules.md.
import { asBytesLike, asCInt, asIndex, defineModule, exc, isStr, type ModuleSpec, newBool, newBytes, newCapsule, newError, newStr, overflowError, strFromJs, textOf, typeError, typeName, type Value, valueError, type Vm } from "../core/api.ts";
import { formatInet4, formatInet6, parseInet4, parseInet6 } from "./_socket/addresses.ts";
import { socketConstants } from "./_socket/constants.ts";
import { defaultTimeout, makeSocketPair, parseTimeout, setDefaultTimeout, showTimeout, SocketType } from "./_socket/socket.ts";
import { addressFunctions } from "./_socket/lookup.ts";
import { documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";
import { environmentOf, filesOf, hostCall, osErrorNumber } from "./os-error.ts";
import { worldDocs } from "./world-docs.generated.ts";

const D = documented("_socket", worldDocs);

function word(vm: Vm, v: Value, bits: 16 | 32): number {
  const n = asIndex(vm, v);
  if (n < 0) throw valueError(vm, "Cannot convert negative int");
  if (n >= 2 ** bits) throw overflowError(vm, `Python int too large for C uint${bits}_t`);
  return Number(n);
}

const swap16 = (vm: Vm, v: Value): number => {
  const n = word(vm, v, 16);
  return ((n & 255) << 8) | (n >> 8);
};

const swap32 = (vm: Vm, v: Value): number => {
  const n = word(vm, v, 32);
  return (((n & 255) << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;
};

function text(vm: Vm, v: Value, what: string): string {
  if (!isStr(v)) throw typeError(vm, `${what} must be str, not ${typeName(v)}`);
  return textOf(v);
}

function ntop(vm: Vm, family: Value, packed: Value): Value {
  const af = asCInt(vm, family);
  const bytes = asBytesLike(vm, packed);
  if (af !== 2 && af !== 10) throw valueError(vm, `unknown address family ${af}`);
  if (bytes.length !== (af === 2 ? 4 : 16)) throw valueError(vm, "invalid length of packed IP address string");
  return newStr(af === 2 ? formatInet4(bytes) : formatInet6(bytes));
}

function pton(vm: Vm, family: Value, address: Value): Value {
  const af = asCInt(vm, family);
  const s = text(vm, address, "inet_pton() argument 2");
  if (af !== 2 && af !== 10) throw osErrorNumber(vm, 97);
  const bytes = af === 2 ? parseInet4(s, false) : parseInet6(s);
  if (bytes === undefined) throw newError(vm, exc.OSErrorType, "illegal IP address string passed to inet_pton");
  return newBytes(bytes);
}

function controlLength(vm: Vm, v: Value, name: string, padded: boolean): Value {
  const n = asIndex(vm, v);
  if (n < 0 || n > 0x7fffffff - 16) throw overflowError(vm, `${name}() argument out of range`);
  return 16 + (padded ? Math.ceil(Number(n) / 8) * 8 : Number(n));
}

const attributes: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(socketConstants)) attributes[name] = () => value;

export const socketModule: ModuleSpec = defineModule({
  name: "_socket",
  doc: D.doc(""),
  functions: {
    ...addressFunctions,
    htons: D.func("htons", swap16),
    ntohs: D.func("ntohs", swap16),
    htonl: D.func("htonl", swap32),
    ntohl: D.func("ntohl", swap32),
    inet_aton: D.func("inet_aton", (vm: Vm, v: Value) => {
      const bytes = parseInet4(text(vm, v, "inet_aton() argument"), true);
      if (bytes === undefined) throw newError(vm, exc.OSErrorType, "illegal IP address string passed to inet_aton");
      return newBytes(bytes);
    }),
    inet_ntoa: D.func("inet_ntoa", (vm: Vm, v: Value) => {
      const bytes = asBytesLike(vm, v);
      if (bytes.length !== 4) throw newError(vm, exc.OSErrorType, "packed IP wrong length for inet_ntoa");
      return newStr(formatInet4(bytes));
    }),
    inet_ntop: D.func("inet_ntop", ntop, "($module, af, packed_ip, /)"),
    inet_pton: D.func("inet_pton", pton, "($module, af, ip, /)"),
    CMSG_LEN: D.func("CMSG_LEN", (vm: Vm, n: Value) => controlLength(vm, n, "CMSG_LEN", false), "!($module, length, /)"),
    CMSG_SPACE: D.func("CMSG_SPACE", (vm: Vm, n: Value) => controlLength(vm, n, "CMSG_SPACE", true), "!($module, length, /)"),
    gethostname: D.func("gethostname", (vm: Vm) => strFromJs(hostCall(vm, () => environmentOf(vm).systemName().nodename)), "($module, /)"),
    getdefaulttimeout: D.func("getdefaulttimeout", (vm: Vm) => showTimeout(defaultTimeout(vm)), "($module, /)"),
    setdefaulttimeout: D.func("setdefaulttimeout", (vm: Vm, v: Value) => setDefaultTimeout(vm, parseTimeout(vm, v)), "($module, object, /)"),
    close: D.func("close", (vm: Vm, fd: Value) => hostCall(vm, () => filesOf(vm).close(asCInt(vm, fd))), "($module, object, /)"),
    dup: D.func("dup", (vm: Vm, fd: Value) => hostCall(vm, () => filesOf(vm).duplicate(asCInt(vm, fd))), "($module, object, /)"),
    socketpair: D.func("socketpair", makeSocketPair, "($module, family=None, type=None, proto=0, /)"),
  },
  types: { socket: SocketType, SocketType, error: exc.OSErrorType },
  attributes: {
    ...attributes,
    CAPI: (vm) => newCapsule(vm, "_socket.CAPI", [SocketType.obj]),
    has_ipv6: () => newBool(true),
    BDADDR_ANY: () => newStr("00:00:00:00:00:00"),
    BDADDR_LOCAL: () => newStr("00:00:00:FF:FF:FF"),
    timeout: () => exc.TimeoutErrorType.obj,
    gaierror: (vm) => exceptionClass(vm, "socket", "gaierror", exc.OSErrorType).obj,
    herror: (vm) => exceptionClass(vm, "socket", "herror", exc.OSErrorType).obj,
  },
});
