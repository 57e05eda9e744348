// Numbers and values of the marshal format in named files. Mirrors PyMarshal_* as Modules/_testcapimodule.c shows them. See docs/test-support.md.
import { asBytesLike, asIndex, callMethod, exc, func, importModule, newBytes, newError, newStr, newTuple, None, newInt, type Value, type Vm } from "../core/api.ts";

/** Opens a file by Python's own open(), and closes it in every case. */
function withFile<T>(vm: Vm, name: Value, mode: string, run: (file: Value) => T): T {
  const file = callMethod(vm, importModule(vm, "io", None, None, 0), newStr("open"), [name, newStr(mode)]);
  try {
    return run(file);
  } finally {
    callMethod(vm, file, newStr("close"), []);
  }
}

const marshalFunction = (vm: Vm, name: string, args: Value[]): Value => callMethod(vm, importModule(vm, "marshal", None, None, 0), newStr(name), args);

/** A little-endian number of some bytes, and where the file then stands. */
const numberReader = (size: 2 | 4) =>
  func("($module, filename, /)", null, (vm: Vm, name: Value) =>
    withFile(vm, name, "rb", (file) => {
      const bytes = asBytesLike(vm, callMethod(vm, file, newStr("read"), [size]));
      if (bytes.length < size) throw newError(vm, exc.EOFErrorType, "EOF read where data expected");
      const view = new DataView(bytes.slice().buffer);
      return newTuple(vm, [size === 2 ? view.getInt16(0, true) : view.getInt32(0, true), callMethod(vm, file, newStr("tell"), [])]);
    }));

/** A value, and where the file then stands: just behind it, or, for the last object, at the end. */
const objectReader = (last: boolean) =>
  func("($module, filename, /)", null, (vm: Vm, name: Value) =>
    withFile(vm, name, "rb", (file) => {
      const value = marshalFunction(vm, "load", [file]);
      if (last) callMethod(vm, file, newStr("seek"), [0, 2]);
      return newTuple(vm, [value, callMethod(vm, file, newStr("tell"), [])]);
    }));

export const marshalFileFunctions = {
  pymarshal_write_long_to_file: func("($module, value, filename, version, /)", null, (vm: Vm, value: Value, name: Value) =>
    withFile(vm, name, "wb", (file) => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setInt32(0, Number(BigInt.asIntN(32, BigInt(asIndex(vm, value)))), true);
      callMethod(vm, file, newStr("write"), [newBytes(bytes)]);
      return None;
    })),
  pymarshal_write_object_to_file: func("($module, value, filename, version, /)", null, (vm: Vm, value: Value, name: Value, version: Value) =>
    withFile(vm, name, "wb", (file) => {
      callMethod(vm, file, newStr("write"), [marshalFunction(vm, "dumps", [value, newInt(BigInt(asIndex(vm, version)))])]);
      return None;
    })),
  pymarshal_read_short_from_file: numberReader(2),
  pymarshal_read_long_from_file: numberReader(4),
  pymarshal_read_object_from_file: objectReader(false),
  pymarshal_read_last_object_from_file: objectReader(true),
};
