// Buffers asked for as only C code can. Mirrors Modules/_testcapi/buffer.c. See docs/test-support.md.
import { exc, func, hasBuffer, newError, typeError, typeName, type Value, type Vm } from "../core/api.ts";

/** A buffer without a record to put it in: no exporter takes part in that any more. */
function getbufferWithNullView(vm: Vm, object: Value): never {
  if (!hasBuffer(object)) throw typeError(vm, `a bytes-like object is required, not '${typeName(object)}'`);
  const { name } = object.type;
  if (name === "bytearray" || name === "array.array") throw newError(vm, exc.BufferErrorType, `${name === "bytearray" ? "bytearray" : "array"}_getbuffer: view==NULL argument is obsolete`);
  throw newError(vm, exc.BufferErrorType, "PyBuffer_FillInfo: view==NULL argument is obsolete");
}

export const bufferFunctions = {
  getbuffer_with_null_view: func("($module, object, /)", null, getbufferWithNullView),
};
