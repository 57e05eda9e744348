// Objects and mappings as C code asks: texts, attributes and items by name, the codecs' incremental parts. Mirrors Modules/_testlimitedcapi/{object,
// abstract,codec}.c. See docs/test-support.md.
import {
  asBytesLike, asciiText, call, callMethod, collectItems, contains, exc, func, getAttr, getAttrText, getItem, importModule, intern, isDict, isStr, length, listOfOwned, lookupAttr, newBool, newStr, None, note, PyError,
  type PyStr, repr, setAttr, setItem, str, strFromJs, type Value, typeError, typeName, typeOf, type Vm,
} from "../core/api.ts";

/** A name that comes as the bytes of a C string. */
function named(vm: Vm, bytes: Value): PyStr {
  return strFromJs(new TextDecoder().decode(asBytesLike(vm, bytes)));
}

function nameOf(vm: Vm, v: Value): PyStr {
  if (!isStr(v)) throw typeError(vm, `attribute name must be string, not '${typeName(v)}'`);
  return v;
}

function set(vm: Vm, object: Value, name: PyStr, value: Value | undefined): Value {
  setAttr(vm, object, name, value);
  return 0;
}

function store(vm: Vm, object: Value, key: Value, value: Value | undefined): Value {
  setItem(vm, object, key, value);
  return 0;
}

/** A list of what a mapping's method answers. */
const listed = (method: string) =>
  func("(object, /)", null, (vm: Vm, mapping: Value) => {
    const view = callMethod(vm, mapping, intern(vm, method), []);
    return note(vm, listOfOwned(vm, collectItems(vm, view)));
  });

function hasKey(vm: Vm, mapping: Value, key: Value): Value {
  if (isDict(mapping)) return contains(vm, mapping, key) ? 1 : 0;
  try {
    getItem(vm, mapping, key);
    return 1;
  } catch (error) {
    if (error instanceof PyError && error.exc.type === exc.KeyErrorType) return 0;
    throw error;
  }
}

/** The incremental coder that a codec's CodecInfo makes. */
const incremental = (kind: string) =>
  func("(encoding, errors=None, /)", null, (vm: Vm, encoding: Value, errors?: Value) => {
    const info = call(vm, getAttrText(vm, importModule(vm, "_codecs", None, None, 0), "lookup"), [encoding]);
    return call(vm, getAttrText(vm, info, kind), errors === undefined || errors === None ? [] : [errors]);
  });

export const objectFunctions = {
  object_repr: func("(object, /)", null, (vm: Vm, v: Value) => repr(vm, v)),
  object_str: func("(object, /)", null, (vm: Vm, v: Value) => str(vm, v)),
  object_ascii: func("(object, /)", null, (vm: Vm, v: Value) => newStr(asciiText(vm, v))),
  object_getattr: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => getAttr(vm, v, nameOf(vm, name))),
  object_getattrstring: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => getAttr(vm, v, named(vm, name))),
  object_hasattr: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => (lookupAttr(vm, v, nameOf(vm, name)) === undefined ? 0 : 1)),
  object_hasattrstring: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => (lookupAttr(vm, v, named(vm, name)) === undefined ? 0 : 1)),
  object_setattr: func("(object, name, value, /)", null, (vm: Vm, v: Value, name: Value, value: Value) => set(vm, v, nameOf(vm, name), value)),
  object_setattrstring: func("(object, name, value, /)", null, (vm: Vm, v: Value, name: Value, value: Value) => set(vm, v, named(vm, name), value)),
  object_delattr: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => set(vm, v, nameOf(vm, name), undefined)),
  object_delattrstring: func("(object, name, /)", null, (vm: Vm, v: Value, name: Value) => set(vm, v, named(vm, name), undefined)),
  object_getitem: func("(object, key, /)", null, getItem),
  object_setitem: func("(object, key, value, /)", null, (vm: Vm, v: Value, key: Value, value: Value) => store(vm, v, key, value)),
  object_delitem: func("(object, key, /)", null, (vm: Vm, v: Value, key: Value) => store(vm, v, key, undefined)),
  codec_incrementalencoder: incremental("incrementalencoder"),
  codec_incrementaldecoder: incremental("incrementaldecoder"),
};

export const mappingFunctions = {
  mapping_check: func("(object, /)", null, (_vm: Vm, v: Value) => (typeOf(v).mp_subscript === undefined ? 0 : 1)),
  mapping_size: func("(object, /)", null, length),
  mapping_length: func("(object, /)", null, length),
  mapping_keys: listed("keys"),
  mapping_values: listed("values"),
  mapping_items: listed("items"),
  mapping_haskey: func("(object, key, /)", null, hasKey),
  mapping_haskeystring: func("(object, key, /)", null, (vm: Vm, v: Value, key: Value) => hasKey(vm, v, named(vm, key))),
  mapping_getitemstring: func("(object, key, /)", null, (vm: Vm, v: Value, key: Value) => getItem(vm, v, named(vm, key))),
  mapping_setitemstring: func("(object, key, value, /)", null, (vm: Vm, v: Value, key: Value, value: Value) => store(vm, v, named(vm, key), value)),
  mapping_delitemstring: func("(object, key, /)", null, (vm: Vm, v: Value, key: Value) => store(vm, v, named(vm, key), undefined)),
  number_check: func("(object, /)", null, (_vm: Vm, v: Value) => {
    const { nb_index, nb_int, nb_float } = typeOf(v);
    return newBool((nb_index ?? nb_int ?? nb_float) !== undefined);
  }),
};
