// Names of hosts, services and protocols: from addresses in text and the system's tables, else through the host's resolver. Mirrors getaddrinfo and its
// kin in Modules/socketmodule.c. See docs/modules.md.
import { asCInt, exc, isBytes, isStr, newError, newList, newStr, newTuple, None, overflowError, PyError, textOf, typeError, typeName, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { exceptionClass } from "../exception-class.ts";
import { worldDocs } from "../world-docs.generated.ts";
import { AF_INET, AF_INET6, formatInet4, formatInet6, parseInet4, parseInet6 } from "./addresses.ts";

const D = documented("_socket", worldDocs);

const EAI_NONAME = -2;
const EAI_SERVICE = -8;
const AI_PASSIVE = 1;
const AI_NUMERICHOST = 4;

function gaiError(vm: Vm, code: number, message: string): PyError {
  return new PyError(exc.newException(vm, exceptionClass(vm, "socket", "gaierror", exc.OSErrorType), [code, newStr(message)]));
}

const unknownName = (vm: Vm): PyError => gaiError(vm, EAI_NONAME, "Name or service not known");

/** A text file of the system, by lines without comments; nothing where there is none. */
function systemTable(vm: Vm, path: string): string[][] {
  const files = vm.host.files;
  if (files === undefined) return [];
  try {
    const fd = files.open(new TextEncoder().encode(path), 0, 0);
    try {
      const bytes = new Uint8Array(Number(files.stat(fd).size) + 1);
      const n = files.read(fd, bytes);
      return new TextDecoder().decode(bytes.subarray(0, n)).split("\n").map((line) => line.replace(/#.*/, "").trim().split(/\s+/)).filter((parts) => parts.length > 1);
    } finally {
      files.close(fd);
    }
  } catch {
    return [];
  }
}

/** Addresses of a host's name in a family (0: any). */
function resolve(vm: Vm, name: string, family: number): [family: number, bytes: Uint8Array][] {
  const found: [number, Uint8Array][] = [];
  const four = parseInet4(name, true);
  if (four !== undefined) return family === AF_INET6 ? [] : [[AF_INET, four]];
  const six = parseInet6(name.replace(/%.*/, ""));
  if (six !== undefined) return family === AF_INET ? [] : [[AF_INET6, six]];
  const lower = name.toLowerCase();
  for (const [address, ...names] of systemTable(vm, "/etc/hosts")) {
    if (!names.some((n) => n.toLowerCase() === lower)) continue;
    const a = parseInet4(address!, false);
    const b = a === undefined ? parseInet6(address!) : undefined;
    if (a !== undefined && family !== AF_INET6) found.push([AF_INET, a]);
    if (b !== undefined && family !== AF_INET) found.push([AF_INET6, b]);
  }
  if (found.length === 0 && lower === "localhost" && family !== AF_INET6) found.push([AF_INET, Uint8Array.of(127, 0, 0, 1)]);
  return found;
}

/** The bytes of a host argument of bind, connect and sendto. */
export function hostAddress(vm: Vm, name: string, family: number): Uint8Array {
  if (name === "") return new Uint8Array(family === AF_INET ? 4 : 16);
  if (name === "<broadcast>" && family === AF_INET) return Uint8Array.of(255, 255, 255, 255);
  const found = resolve(vm, name, family)[0];
  if (found === undefined) throw unknownName(vm);
  return found[1];
}

const SOCKETS: readonly [type: number, proto: number, name: string][] = [[1, 6, "tcp"], [2, 17, "udp"], [3, 0, "raw"]];

function servicePort(vm: Vm, name: string, protocol: string | undefined): number | undefined {
  for (const [service, where, ...aliases] of systemTable(vm, "/etc/services")) {
    if (service !== name && !aliases.includes(name)) continue;
    const [port, of] = where!.split("/");
    if (protocol === undefined || of === protocol) return Number(port);
  }
  return undefined;
}

function textArgument(vm: Vm, v: Value): string | undefined {
  if (v === None) return undefined;
  if (isStr(v)) return textOf(v);
  if (isBytes(v)) return new TextDecoder("latin1").decode(v.data as Uint8Array);
  return undefined;
}

function getaddrinfo(vm: Vm, host: Value, port: Value, familyValue?: Value, typeValue?: Value, protoValue?: Value, flagsValue?: Value): Value {
  const number = (v: Value | undefined): number => (v === undefined ? 0 : asCInt(vm, v));
  const [family, type, proto, flags] = [number(familyValue), number(typeValue), number(protoValue), number(flagsValue)];
  const name = textArgument(vm, host);
  if (name === undefined && host !== None) throw typeError(vm, "getaddrinfo() argument 1 must be string or None");
  let service = textArgument(vm, port);
  let number16 = 0;
  if (typeof port === "number") number16 = port & 0xffff;
  else if (service === undefined && port !== None) throw newError(vm, exc.OSErrorType, "Int or String expected");
  if (name === undefined && port === None) throw unknownName(vm);
  if (service !== undefined && /^\d+$/.test(service)) {
    number16 = Number(service) & 0xffff;
    service = undefined;
  }
  let addresses: [number, Uint8Array][];
  if (name === undefined) {
    const last = (flags & AI_PASSIVE) !== 0 ? 0 : 1;
    addresses = [[AF_INET6, Uint8Array.from({ length: 16 }, (_, i) => (i === 15 ? last : 0))], [AF_INET, last === 0 ? new Uint8Array(4) : Uint8Array.of(127, 0, 0, 1)]];
    addresses = addresses.filter(([f]) => family === 0 || f === family);
  } else {
    if ((flags & AI_NUMERICHOST) !== 0 && parseInet4(name, true) === undefined && parseInet6(name) === undefined) throw unknownName(vm);
    addresses = resolve(vm, name, family);
  }
  if (addresses.length === 0) throw unknownName(vm);
  const out: Value[] = [];
  let known = service === undefined;
  for (const [f, bytes] of addresses) {
    for (const [t, p, protocol] of SOCKETS) {
      if ((type !== 0 && t !== type) || (proto !== 0 && p !== proto && t !== 3)) continue;
      let at: number | undefined = number16;
      if (service !== undefined) at = t === 3 ? undefined : servicePort(vm, service, protocol);
      if (at === undefined) continue;
      known = true;
      const address = f === AF_INET ? newTuple(vm, [newStr(formatInet4(bytes)), at]) : newTuple(vm, [newStr(formatInet6(bytes)), at, 0, 0]);
      out.push(newTuple(vm, [f, t, t === 3 ? proto : p, newStr(""), address]));
    }
  }
  if (!known) throw gaiError(vm, EAI_SERVICE, "Servname not supported for ai_socktype");
  return newList(vm, out);
}

function hostByName(vm: Vm, v: Value): Uint8Array {
  if (!isStr(v)) throw typeError(vm, `str, bytes or bytearray expected, not ${typeName(v)}`);
  return hostAddress(vm, textOf(v), AF_INET);
}

function reverse(vm: Vm, name: string): [name: string, aliases: string[], addresses: string[]] {
  const numeric = parseInet4(name, false) !== undefined || parseInet6(name) !== undefined;
  const address = numeric ? name : formatInet4(hostAddress(vm, name, AF_INET));
  for (const [a, host, ...aliases] of systemTable(vm, "/etc/hosts")) if (a === address) return [host!, aliases, [address]];
  if (numeric) throw new PyError(exc.newException(vm, exceptionClass(vm, "socket", "herror", exc.OSErrorType), [1, newStr("Unknown host")]));
  return [name, [], [address]];
}

const triple = (vm: Vm, [name, aliases, addresses]: [string, string[], string[]]): Value =>
  newTuple(vm, [newStr(name), newList(vm, aliases.map((a) => newStr(a))), newList(vm, addresses.map((a) => newStr(a)))]);

function text(vm: Vm, v: Value): string {
  if (!isStr(v)) throw typeError(vm, `argument must be str, not ${typeName(v)}`);
  return textOf(v);
}

export const addressFunctions = {
  getaddrinfo: D.func("getaddrinfo", getaddrinfo, "($module, host, port, family=0, type=0, proto=0, flags=0)"),
  gethostbyname: D.func("gethostbyname", (vm: Vm, v: Value) => newStr(formatInet4(hostByName(vm, v))), "!($module, host, /)"),
  gethostbyname_ex: D.func("gethostbyname_ex", (vm: Vm, v: Value) => triple(vm, [text(vm, v), [], [formatInet4(hostByName(vm, v))]]), "!($module, host, /)"),
  gethostbyaddr: D.func("gethostbyaddr", (vm: Vm, v: Value) => triple(vm, reverse(vm, text(vm, v))), "!($module, host, /)"),
  getprotobyname: D.func("getprotobyname", (vm: Vm, v: Value) => {
    const name = text(vm, v);
    for (const [protocol, number, ...aliases] of systemTable(vm, "/etc/protocols")) if (protocol === name || aliases.includes(name)) return Number(number);
    const known = ({ ip: 0, icmp: 1, tcp: 6, udp: 17, ipv6: 41 } as Record<string, number>)[name];
    if (known === undefined) throw newError(vm, exc.OSErrorType, "protocol not found");
    return known;
  }, "!($module, name, /)"),
  getservbyname: D.func("getservbyname", (vm: Vm, v: Value, protocol?: Value) => {
    const port = servicePort(vm, text(vm, v), protocol === undefined ? undefined : text(vm, protocol));
    if (port === undefined) throw newError(vm, exc.OSErrorType, "service/proto not found");
    return port;
  }, "($module, servicename, protocolname=None, /)"),
  getservbyport: D.func("getservbyport", (vm: Vm, v: Value, protocol?: Value) => {
    const port = asCInt(vm, v);
    if (port < 0 || port > 0xffff) throw overflowError(vm, "getservbyport: port must be 0-65535.");
    const of = protocol === undefined ? undefined : text(vm, protocol);
    for (const [service, where] of systemTable(vm, "/etc/services")) {
      const [n, p] = where!.split("/");
      if (Number(n) === port && (of === undefined || p === of)) return newStr(service!);
    }
    throw newError(vm, exc.OSErrorType, "port/proto not found");
  }, "($module, port, protocolname=None, /)"),
};
