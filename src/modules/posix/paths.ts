// Path arguments: str, bytes, os.PathLike, descriptors; and the file system's encoding. Mirrors path_converter of
// Modules/posixmodule.c and PyUnicode_FSConverter. See docs/posix.md.
import { decodeUtf8, encodeUtf8 } from "../../base/codec-utf8.ts";
import { asCInt, asIndex, call, exc, isBytes, isStr, lookupSpecial, newBytes, newError, newText, None, strText, typeError, typeName, typeOf, valueError, warn, type PyStr, type Value, type Vm } from "../../core/api.ts";
import { filesOf, hostCall } from "../os-error.ts";
import { decodeErrors, encodeErrors, guardEncode } from "../_codecs/errors.ts";

/** A path as the host takes it, and as errors show it. */
export interface PathArgument {
  bytes: Uint8Array;
  /** An open descriptor instead of a path; -1 for none. */
  fd: number;
  /** What the caller gave (the str or bytes of a PathLike); undefined for an omitted path. */
  shown: Value | undefined;
  /** The path came as bytes: answers are bytes too. */
  isBytes: boolean;
}

/** os.fsencode: UTF-8 with surrogateescape. */
export function encodePath(vm: Vm, text: PyStr): Uint8Array {
  return guardEncode(vm, () => text, () => encodeUtf8(strText(text), encodeErrors(vm, "surrogateescape", () => text, true)));
}

/** os.fsdecode. */
export function decodePath(vm: Vm, bytes: Uint8Array): PyStr {
  return newText(decodeUtf8(bytes, true, decodeErrors(vm, "surrogateescape", () => newBytes(bytes))).text);
}

/** os.fspath. */
export function fspath(vm: Vm, v: Value): Value {
  if (isStr(v) || isBytes(v)) return v;
  const method = lookupSpecial(vm, v, "__fspath__");
  if (method === undefined || method === None) throw typeError(vm, `expected str, bytes or os.PathLike object, not ${typeName(v)}`);
  const answer = call(vm, method, []);
  if (!isStr(answer) && !isBytes(answer)) throw typeError(vm, `expected ${typeName(v)}.__fspath__() to return str or bytes, not ${typeName(answer)}`);
  return answer;
}

/** The bytes of a path object (PyUnicode_FSConverter). */
export function fsBytes(vm: Vm, v: Value): Uint8Array {
  const path = fspath(vm, v);
  const bytes = isStr(path) ? encodePath(vm, path) : ((path as any).data as Uint8Array);
  if (bytes.includes(0)) throw valueError(vm, "embedded null byte");
  return bytes;
}

export interface PathOptions {
  /** The argument's name in messages. */
  name?: string;
  fd?: boolean;
  nullable?: boolean;
  /** Null characters are told as PyUnicode_FSConverter tells them. */
  converter?: boolean;
}

/** A descriptor argument that may also be an index object. */
export function descriptorOf(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 2147483647) throw newError(vm, exc.OverflowErrorType, "fd is greater than maximum");
  if (n < -2147483648) throw newError(vm, exc.OverflowErrorType, "fd is less than minimum");
  if (typeof v !== "number" && v.type.name === "bool") warn(vm, "RuntimeWarning", "bool is used as a file descriptor");
  return Number(n);
}

/** Converts the path argument of a function. */
export function pathArgument(vm: Vm, fn: string, v: Value | undefined, options: PathOptions = {}): PathArgument {
  const name = options.name ?? "path";
  if (v === undefined || (v === None && options.nullable === true)) return { bytes: DOT, fd: -1, shown: undefined, isBytes: false };
  let path: Value = v;
  if (!isStr(path) && !isBytes(path)) {
    const method = lookupSpecial(vm, path, "__fspath__");
    if (method !== undefined && method !== None) {
      path = call(vm, method, []);
      if (!isStr(path) && !isBytes(path)) throw typeError(vm, `expected ${typeName(v)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
    } else if (options.fd === true && typeOf(path).nb_index !== undefined) return { bytes: DOT, fd: descriptorOf(vm, path), shown: v, isBytes: false };
    else {
      const allowed = options.fd === true ? (options.nullable === true ? "string, bytes, os.PathLike, integer or None" : "string, bytes, os.PathLike or integer") : options.nullable === true ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike";
      throw typeError(vm, `${fn}: ${name} should be ${allowed}, not ${typeName(v)}`);
    }
  }
  const bytes = isStr(path) ? encodePath(vm, path) : ((path as any).data as Uint8Array);
  if (bytes.includes(0)) throw valueError(vm, options.converter === true ? "embedded null byte" : `${fn}: embedded null character in ${name}`);
  return { bytes, fd: -1, shown: path, isBytes: isBytes(path) };
}

const DOT = Uint8Array.of(46);

/** A name out of the host in the form of the question. */
export function answerPath(vm: Vm, bytes: Uint8Array, asBytes: boolean): Value {
  return asBytes ? newBytes(bytes) : decodePath(vm, bytes);
}

/** A dir_fd argument: a relative path is meant from that folder, where the host can say so. */
export function atFolder(vm: Vm, p: PathArgument, v: Value | undefined): void {
  if (v === undefined || v === None) return;
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, `argument should be integer or None, not ${typeName(v)}`);
  if (typeof v !== "number" && v.type.name === "bool") warn(vm, "RuntimeWarning", "bool is used as a file descriptor");
  const fd = asCInt(vm, v);
  if (p.bytes[0] === SLASH || p.bytes.length === 0) return;
  p.bytes = folderPath(vm, fd, p.bytes, "dir_fd unavailable on this platform", p.shown);
}

/** The path of a name in an open folder. */
export function folderPath(vm: Vm, fd: number, name: Uint8Array, missing: string, shown?: Value): Uint8Array {
  const files = filesOf(vm);
  if (files.pathAt === undefined) throw newError(vm, exc.NotImplementedErrorType, missing);
  return hostCall(vm, () => files.pathAt!(fd, name), shown);
}

const SLASH = 47;
