// sys.getsizeof: the sizes that CPython's objects have on 64-bit machines, computed from our payloads. A dict's table is as large as insertion one by one would have made it. See docs/memory.md.
import {
  type Container, K_BYTEARRAY, K_BYTES, K_CODE, K_DICT, K_FRAME, K_GENERATOR, K_INT, K_LIST, K_SET, K_STR, K_TUPLE, K_TYPE, type Leaf, TPFLAGS_HAVE_GC, TPFLAGS_HEAPTYPE, TPFLAGS_MANAGED_DICT, TPFLAGS_MANAGED_WEAKREF,
  type TypeRec, type Value,
} from "../core/object.ts";
import { type Text, textLength, textMaxChar } from "../base/text.ts";
import { listCapacity } from "../types/list-capacity.ts";
import type { Vm } from "../vm/vm.ts";

// tp_basicsize by type, without the collector's header: types that the collector tracks, then the others.
const collected: Readonly<Record<number, string>> = {
  16: "collections.ChainMap collections.UserDict collections.UserList collections.UserString functools._PlaceholderType weakref.finalize",
  24: "FrameLocalsProxy async_generator_wrapped_value cell collections._OrderedDictItemsView collections._OrderedDictKeysView collections._OrderedDictValuesView coroutine_wrapper dict_items dict_keys dict_values generic_alias_iterator instancemethod mappingproxy odict_items odict_keys odict_values types.SimpleNamespace",
  32: "UnraisableHookArgs _buffer_wrapper anext_awaitable asyncgen_hooks bytearray_iterator bytes_iterator callable_iterator classmethod collections._tuplegetter filter functools.CacheInfo functools.KeyWrapper iterator itertools._grouper itertools.chain itertools.compress itertools.filterfalse itertools.repeat itertools.starmap list_iterator list_reverseiterator method-wrapper reversed staticmethod str_ascii_iterator str_iterator tuple tuple_iterator",
  40: "async_generator_asend async_generator_athrow collections._Link itertools.batched itertools.count itertools.cycle itertools.dropwhile itertools.pairwise itertools.takewhile list map slice super traceback",
  48: "collections.Counter dict getset_descriptor itertools._tee itertools.product member_descriptor memory_iterator method set_iterator zip",
  56: "builtin_function_or_method classmethod_descriptor collections._deque_iterator collections._deque_reverse_iterator collections.defaultdict dict_itemiterator dict_keyiterator dict_reverseitemiterator dict_reversekeyiterator dict_reversevalueiterator dict_valueiterator enumerate itertools.accumulate itertools.combinations itertools.combinations_with_replacement itertools.islice itertools.zip_longest method_descriptor module wrapper_descriptor",
  64: "PyCapsule builtin_method itertools.permutations odict_iterator property types.GenericAlias weakref.CallableProxyType weakref.ProxyType weakref.ReferenceType weakref._Info",
  72: "ArithmeticError AssertionError BaseException BufferError BytesWarning DeprecationWarning EOFError EncodingWarning Exception FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError InstructionSequence KeyError KeyboardInterrupt LookupError MemoryError NotImplementedError OverflowError PendingDeprecationWarning PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError itertools.groupby weakref.KeyedRef",
  80: "NameError StopIteration SystemExit UnboundLocalError",
  88: "AttributeError weakref.WeakMethod",
  96: "BaseExceptionGroup ExceptionGroup",
  104: "ImportError ModuleNotFoundError",
  112: "BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError OSError PermissionError ProcessLookupError TimeoutError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError collections.OrderedDict managedbuffer",
  144: "IndentationError SyntaxError TabError _IncompleteInputError memoryview",
  152: "async_generator coroutine frame function generator",
  200: "frozenset set",
  216: "collections.deque",
  496: "itertools._tee_dataobject",
  936: "type",
};

const plain: Readonly<Record<number, string>> = {
  16: "NoDefaultType NoneType NotImplementedType ellipsis object",
  24: "bool float int stderrprinter",
  32: "complex",
  33: "bytes",
  40: "longrange_iterator range_iterator",
  48: "formatteriterator range",
  56: "bytearray fieldnameiterator functools._lru_list_elem",
  64: "EncodingMap line_iterator str",
  80: "positions_iterator",
  104: "moduledef",
  144: "symtable entry",
  208: "code",
};

function byName(...tables: Readonly<Record<number, string>>[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const table of tables) for (const [size, names] of Object.entries(table)) for (const name of names.split(" ")) map.set(name, Number(size));
  return map;
}
const basicSizes = byName(collected, plain);
const withoutHeader = new Set(byName(plain).keys());

/** Instances of a static type not in the tables: an object header and two fields. */
const USUAL_SIZE = 32;
const OBJECT_SIZE = 16;
const STATIC_TYPE_SIZE = 416;
const HEAP_TYPE_SIZE = 936;
/** Keys that a class keeps for its instances' attributes: 32 header, 64 index, 42 entries. */
const SHARED_KEYS_SIZE = 768;

function staticBase(type: TypeRec): TypeRec {
  let t = type;
  while ((t.flags & TPFLAGS_HEAPTYPE) !== 0) t = t.base!;
  return t;
}

/** Number of 30-bit digits. */
function digits(n: number | bigint): number {
  if (typeof n === "bigint") return bigDigits(n < 0n ? -n : n);
  const magnitude = Math.abs(n);
  return magnitude < 1073741824 ? 1 : 2;
}

function bigDigits(magnitude: bigint): number {
  const hex = magnitude.toString(16);
  const bits = hex.length * 4 - (Math.clz32(parseInt(hex[0]!, 16)) - 28);
  return Math.ceil(bits / 30);
}

function textSize(text: Text, exact: boolean): number {
  const n = textLength(text);
  const top = textMaxChar(text);
  const width = top < 256 ? 1 : top < 65536 ? 2 : 4;
  const data = width * (n + 1);
  if (!exact) return 64 + data;
  return (top < 128 ? 40 : 56) + data;
}

/** Bytes of a dict's table after insertion of so many entries, one by one. */
function dictKeysSize(entries: number, strKeys: boolean): number {
  if (entries === 0) return 0;
  let log = 3;
  while (Math.floor((2 ** log * 2) / 3) < entries) {
    const wanted = Math.floor((2 ** log * 2) / 3) * 3;
    while (2 ** log < wanted) log++;
  }
  const size = 2 ** log;
  const indexBytes = log < 8 ? 1 : log < 16 ? 2 : 4;
  return 32 + size * indexBytes + Math.floor((size * 2) / 3) * (strKeys ? 16 : 24);
}

/** object.__sizeof__ and what types put in its place: without the collector's header. */
export function sizeOf(vm: Vm, v: Value): number {
  void vm;
  if (typeof v === "number") return 24 + 4 * digits(v);
  const { type } = v;
  const heap = (type.flags & TPFLAGS_HEAPTYPE) !== 0;
  const base = heap ? staticBase(type) : type;
  const basic = (basicSizes.get(base.name) ?? USUAL_SIZE) + (heap ? 8 * type.slotCount : 0);
  const { data } = v as Leaf | Container;
  switch (type.kind) {
    case K_INT:
      return basic + 4 * digits(data as number | bigint);
    case K_STR:
      return textSize(data as Text, !heap) + (heap ? 8 * type.slotCount : 0);
    case K_BYTES:
      return basic + (data as Uint8Array).length;
    case K_BYTEARRAY:
      return basic + (data as { allocated: number }).allocated;
    case K_TUPLE: {
      const hidden = heap ? 0 : ((v as Container).aux?.slots?.length ?? 0);
      return (base.name.includes(".") ? 32 : basic) + 8 * ((data as unknown[]).length + hidden);
    }
    case K_LIST:
      return basic + 8 * listCapacity(v as Container);
    case K_DICT: {
      const table = data as { entries: Value[]; simple: boolean };
      const { entries } = table;
      let strKeys = table.simple;
      for (let i = 0; strKeys && i < entries.length; i += 2) if (typeof entries[i] === "number") strKeys = false;
      return basic + dictKeysSize(entries.length >> 1, strKeys);
    }
    case K_SET: {
      const { mask } = data as { mask: number };
      return basic + (mask > 7 ? 16 * (mask + 1) : 0);
    }
    case K_TYPE: {
      const record = data as TypeRec;
      if ((record.flags & TPFLAGS_HEAPTYPE) === 0) return STATIC_TYPE_SIZE;
      return HEAP_TYPE_SIZE + ((record.flags & TPFLAGS_MANAGED_DICT) !== 0 ? SHARED_KEYS_SIZE : 0);
    }
    case K_CODE:
      return basic + Math.ceil((data as { words: Int32Array }).words.length / 4) * 8;
    case K_FRAME:
      return basic + 8 * (data as { code: { framesize: number } }).code.framesize;
    case K_GENERATOR: {
      const code = (data as { code?: { framesize?: number } } | null)?.code;
      return basic + 8 * (code?.framesize ?? 2);
    }
    default:
      if (base.name === "object") return OBJECT_SIZE + 8 * type.slotCount;
      if (base.name === "memoryview") return basic + 24;
      return basic;
  }
}

/** What stands in front of an object: the collector's links, then `__dict__` and weak references of instances of classes. */
export function headerSize(v: Value): number {
  if (typeof v === "number") return 0;
  const { type } = v;
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    if (type.kind === K_TYPE) return (((v as Container).data as TypeRec).flags & TPFLAGS_HEAPTYPE) !== 0 ? 16 : 0;
    if ((type.flags & TPFLAGS_HAVE_GC) !== 0) return 16;
    return type.leaf || withoutHeader.has(type.name) ? 0 : 16;
  }
  const managed = (type.flags & (TPFLAGS_MANAGED_DICT | TPFLAGS_MANAGED_WEAKREF)) !== 0 ? 16 : 0;
  const tracked = type.hasDict || type.slotCount > 0 || (type.flags & TPFLAGS_HAVE_GC) !== 0 || !withoutHeader.has(staticBase(type).name);
  return managed + (tracked ? 16 : 0);
}
