// The four shapes that every Python object has, and the record that describes a type. V8 tracks four hidden classes per
// site: a fifth class here would slow every shared helper down (docs/core.md). Mirrors Include/object.h.
import type { Vm } from "../vm/vm.ts";

/** A JavaScript number is an exact Python int in ±(2^53-1), never -0. Everything else is a heap object. */
export type Value = number | PyObject;
export type PyObject = PyFloat | Leaf | Container | Instance;

/** float. `v` is always a JavaScript double. Born with count 0. */
export class PyFloat {
  rc: number;
  type: TypeRec;
  v: number;
  constructor(type: TypeRec, v: number) {
    this.rc = 0;
    this.type = type;
    this.v = v;
  }
}

/** What refers to nothing that can form a cycle: str, bytes, big int, complex, None, bool, NULL, range, builtin functions, code. Born with count 0. */
export class Leaf {
  rc: number;
  type: TypeRec;
  data: any;
  aux: any;
  constructor(type: TypeRec, data: any, aux: any) {
    this.rc = 0;
    this.type = type;
    this.data = data;
    this.aux = aux;
  }
}

/**
 * Objects that the collector tracks, and all instances of subclasses of builtins: `data` is the payload, `aux` the
 * Ext record with `__dict__`, slots and weak references, or null. Born with count 1 (the maker owns it).
 */
export class Container {
  rc: number;
  type: TypeRec;
  data: any;
  aux: any;
  gcPrev: GcNode | null;
  gcNext: GcNode | null;
  constructor(type: TypeRec, data: any, aux: any) {
    this.rc = 1;
    this.type = type;
    this.data = data;
    this.aux = aux;
    this.gcPrev = null;
    this.gcNext = null;
  }
}

/** An instance of a class written in Python whose layout is object's. s0..s5 follow the class's shared key order; undefined is unset. Born with count 1. */
export class Instance {
  rc: number;
  type: TypeRec;
  gcPrev: GcNode | null;
  gcNext: GcNode | null;
  s0: Value | undefined;
  s1: Value | undefined;
  s2: Value | undefined;
  s3: Value | undefined;
  s4: Value | undefined;
  s5: Value | undefined;
  ext: Ext | null;
  constructor(type: TypeRec) {
    this.rc = 1;
    this.type = type;
    this.gcPrev = null;
    this.gcNext = null;
    this.s0 = undefined;
    this.s1 = undefined;
    this.s2 = undefined;
    this.s3 = undefined;
    this.s4 = undefined;
    this.s5 = undefined;
    this.ext = null;
  }
}

/** Members of the collector's lists; list heads are Containers too. */
export type GcNode = Container | Instance;

/** What instances of classes carry beside their payload. */
export class Ext {
  /** The real `__dict__` once there is one; null while attributes live in inline slots or there are none. */
  dict: PyDict | null = null;
  /** Values of shared keys 6 and up. */
  more: (Value | undefined)[] | null = null;
  /** Values of `__slots__`, by member offset. */
  slots: (Value | undefined)[] | null = null;
  /** Weak references to this object, newest first, or null (memory/weakref.ts). */
  weakrefs: Container[] | null = null;
  /** Table hash of a str subclass; -1 unknown. */
  hash = -1;
  /** `__del__` has run. */
  finalized = false;
}

/** A dict; its payload is types/dict.ts's DictTable. */
export type PyDict = Container;
export type PyStr = Leaf | Container;
export type PyTuple = Container;
export type PyList = Container;
export type PyType = Container;

/** Counts at and above this never reach zero; sys.getrefcount answers 3221225472 for them. */
export const IMMORTAL = 1 << 29;

// tp_flags that Python sees (the numbers are CPython's) ...
export const TPFLAGS_STATIC_BUILTIN = 1 << 1;
export const TPFLAGS_INLINE_VALUES = 1 << 2;
export const TPFLAGS_MANAGED_WEAKREF = 1 << 3;
export const TPFLAGS_MANAGED_DICT = 1 << 4;
export const TPFLAGS_SEQUENCE = 1 << 5;
export const TPFLAGS_MAPPING = 1 << 6;
export const TPFLAGS_DISALLOW_INSTANTIATION = 1 << 7;
export const TPFLAGS_IMMUTABLETYPE = 1 << 8;
export const TPFLAGS_HEAPTYPE = 1 << 9;
export const TPFLAGS_BASETYPE = 1 << 10;
export const TPFLAGS_HAVE_VECTORCALL = 1 << 11;
export const TPFLAGS_READY = 1 << 12;
export const TPFLAGS_HAVE_GC = 1 << 14;
export const TPFLAGS_METHOD_DESCRIPTOR = 1 << 17;
export const TPFLAGS_VALID_VERSION_TAG = 1 << 19;
export const TPFLAGS_IS_ABSTRACT = 1 << 20;
export const TPFLAGS_MATCH_SELF = 1 << 22;
export const TPFLAGS_ITEMS_AT_END = 1 << 23;
export const TPFLAGS_LONG_SUBCLASS = 1 << 24;
export const TPFLAGS_LIST_SUBCLASS = 1 << 25;
export const TPFLAGS_TUPLE_SUBCLASS = 1 << 26;
export const TPFLAGS_BYTES_SUBCLASS = 1 << 27;
export const TPFLAGS_UNICODE_SUBCLASS = 1 << 28;
export const TPFLAGS_DICT_SUBCLASS = 1 << 29;
export const TPFLAGS_BASE_EXC_SUBCLASS = 1 << 30;
export const TPFLAGS_TYPE_SUBCLASS = 1 << 31;

// Kinds: what an object's payload is. Inherited by subclasses; hot paths and the collector switch on it.
export const K_OTHER = 0;
export const K_INSTANCE = 1;
export const K_INT = 2;
export const K_FLOAT = 3;
export const K_STR = 4;
export const K_BYTES = 5;
export const K_LIST = 6;
export const K_TUPLE = 7;
export const K_DICT = 8;
export const K_SET = 9;
export const K_FUNCTION = 10;
export const K_METHOD = 11;
export const K_BUILTIN = 12;
export const K_TYPE = 13;
export const K_CELL = 14;
export const K_MODULE = 15;
export const K_EXCEPTION = 16;
export const K_GENERATOR = 17;
export const K_METHOD_DESCRIPTOR = 18;
export const K_RANGE = 19;
export const K_SLICE = 20;
export const K_LIST_ITERATOR = 21;
export const K_TUPLE_ITERATOR = 22;
export const K_RANGE_ITERATOR = 23;
export const K_NONE = 24;
export const K_NULL = 25;
export const K_FRAME = 26;
export const K_CODE = 27;
export const K_COMPLEX = 28;
export const K_BYTEARRAY = 29;
export const K_PROPERTY = 30;

export type UnaryFunc = (vm: Vm, self: any) => Value;
export type BinaryFunc = (vm: Vm, left: any, right: any) => Value;
export type TernaryFunc = (vm: Vm, a: any, b: any, c: any) => Value;
/** Arguments, keyword values last; kwnames names those, or is null. The callee borrows all of them. */
export type CallFunc = (vm: Vm, callable: any, args: readonly Value[], kwnames: readonly PyStr[] | null) => Value;
export type Visit = (child: Value) => void;

/** A type's record: CPython's PyTypeObject. One JavaScript class for all types; `obj` is the Python object of the type. */
export class TypeRec {
  kind: number = K_OTHER;
  flags: number = 0;
  /** Changes whenever a lookup on the type may give another answer. 0: not given out yet. */
  version: number = 0;
  /** An `__init__` in Python that calls may enter at once (interpreter/ops/call.ts), borrowed, as found at this version. */
  quickInit: Container | null = null;
  quickInitVersion = -1;
  /** Heap types: the weak reference by which the bases know their subclass, owned by them. */
  subclassRef: Container | null = null;
  /** Calls pack their arguments into a tuple for tp_call: the type has no vectorcall (memory/free-lists.ts). -1 not known yet. */
  packs = -1;
  /** How the collector counts allocations (memory/free-lists.ts): -1 not known yet, 0 not at all, 1 each, else a free list. */
  gcKind = -1;
  /** Instances are Leaf or PyFloat objects: nothing to do when they die. */
  leaf = false;
  /** Leaf types: told of new instances while somebody watches (memory/watch.ts). */
  onBirth: ((o: Leaf | PyFloat) => void) | null = null;
  /** tp_name: dotted for static types outside builtins, the bare name for heap types. */
  name: string;
  obj: PyType;
  base: TypeRec | null = null;
  /** The nearest static base: says which shape and payload instances have. */
  solid: TypeRec;
  bases: PyTuple = undefined as never;
  mro: TypeRec[] = [];
  /** `__mro__` as Python sees it. */
  mroTuple: PyTuple = undefined as never;
  dict: PyDict = undefined as never;
  doc: string | null = null;
  /** Name -> what the MRO finds, undefined for absent; emptied when a type of the MRO changes. */
  readonly lookupCache: Map<string, Value | undefined> = new Map();
  /** Shared key order of inline attributes: attribute name -> slot number (Instance shapes only). */
  sharedKeys: Map<string, number> | null = null;
  /** Interned attribute names by slot number. */
  sharedNames: PyStr[] = [];
  /** How many more keys CPython's instances of the class may share: its dk_usable (types/dict/capacity.ts). */
  sharedRoom = 0;
  /** Number of `__slots__` members, bases included. */
  slotCount = 0;
  /** Instances keep them in s0..s5, which nothing else needs: they have no `__dict__`. Else they are in Ext.slots. */
  slotsInline = false;
  hasDict = false;
  hasWeakrefs = false;
  /** Heap types: owns the Python-visible name and qualname. */
  htName: PyStr = undefined as never;
  htQualname: PyStr = undefined as never;
  /** Classes that a mro() of their own put under this one without inheriting from it. */
  followers: Set<TypeRec> | null = null;
  /** The class has died or was cleared by the collector. */
  cleared = false;
  /** Set for static types by define.ts until the type is ready. */
  spec: any = null;
  /** Free room for what a type of types needs (tp_cache and the like). */
  extra: any = null;

  tp_new: ((vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null) => Value) | undefined = undefined;
  tp_init: ((vm: Vm, self: any, args: readonly Value[], kwnames: readonly PyStr[] | null) => void) | undefined = undefined;
  tp_call: CallFunc | undefined = undefined;
  /** Runs `__del__`; may resurrect. */
  tp_finalize: ((vm: Vm, self: any) => void) | undefined = undefined;
  /** Drops what the payload owns. */
  tp_clear: ((vm: Vm, self: any) => void) | undefined = undefined;
  tp_traverse: ((self: any, visit: Visit) => void) | undefined = undefined;
  tp_repr: UnaryFunc | undefined = undefined;
  tp_str: UnaryFunc | undefined = undefined;
  /** Answers Python's hash as a number or a bigint in 64-bit range; tp_hash null: unhashable. */
  tp_hash: ((vm: Vm, self: any) => number | bigint) | undefined | null = undefined;
  /** op is CPython's Py_LT..Py_GE (0..5); may answer NotImplemented. */
  tp_richcompare: ((vm: Vm, left: any, right: any, op: number) => Value) | undefined = undefined;
  tp_getattro: ((vm: Vm, self: any, name: PyStr) => Value) | undefined = undefined;
  /** Like tp_getattro, but answers undefined where the attribute is missing; optional. */
  tp_lookupattro: ((vm: Vm, self: any, name: PyStr) => Value | undefined) | undefined = undefined;
  /** value undefined: delete. */
  tp_setattro: ((vm: Vm, self: any, name: PyStr, value: Value | undefined) => void) | undefined = undefined;
  tp_descr_get: ((vm: Vm, self: any, object: Value | undefined, owner: Value | undefined) => Value) | undefined = undefined;
  tp_descr_set: ((vm: Vm, self: any, object: any, value: Value | undefined) => void) | undefined = undefined;
  tp_iter: UnaryFunc | undefined = undefined;
  /** The next item, or undefined at the end (no StopIteration is made). */
  tp_iternext: ((vm: Vm, self: any) => Value | undefined) | undefined = undefined;
  am_await: UnaryFunc | undefined = undefined;
  am_aiter: UnaryFunc | undefined = undefined;
  am_anext: UnaryFunc | undefined = undefined;

  nb_add: BinaryFunc | undefined = undefined;
  nb_subtract: BinaryFunc | undefined = undefined;
  nb_multiply: BinaryFunc | undefined = undefined;
  nb_remainder: BinaryFunc | undefined = undefined;
  nb_divmod: BinaryFunc | undefined = undefined;
  nb_power: TernaryFunc | undefined = undefined;
  nb_lshift: BinaryFunc | undefined = undefined;
  nb_rshift: BinaryFunc | undefined = undefined;
  nb_and: BinaryFunc | undefined = undefined;
  nb_xor: BinaryFunc | undefined = undefined;
  nb_or: BinaryFunc | undefined = undefined;
  nb_floor_divide: BinaryFunc | undefined = undefined;
  nb_true_divide: BinaryFunc | undefined = undefined;
  nb_matrix_multiply: BinaryFunc | undefined = undefined;
  nb_inplace_add: BinaryFunc | undefined = undefined;
  nb_inplace_subtract: BinaryFunc | undefined = undefined;
  nb_inplace_multiply: BinaryFunc | undefined = undefined;
  nb_inplace_remainder: BinaryFunc | undefined = undefined;
  nb_inplace_power: TernaryFunc | undefined = undefined;
  nb_inplace_lshift: BinaryFunc | undefined = undefined;
  nb_inplace_rshift: BinaryFunc | undefined = undefined;
  nb_inplace_and: BinaryFunc | undefined = undefined;
  nb_inplace_xor: BinaryFunc | undefined = undefined;
  nb_inplace_or: BinaryFunc | undefined = undefined;
  nb_inplace_floor_divide: BinaryFunc | undefined = undefined;
  nb_inplace_true_divide: BinaryFunc | undefined = undefined;
  nb_inplace_matrix_multiply: BinaryFunc | undefined = undefined;
  nb_negative: UnaryFunc | undefined = undefined;
  nb_positive: UnaryFunc | undefined = undefined;
  nb_absolute: UnaryFunc | undefined = undefined;
  nb_invert: UnaryFunc | undefined = undefined;
  nb_bool: ((vm: Vm, self: any) => boolean) | undefined = undefined;
  nb_int: UnaryFunc | undefined = undefined;
  nb_float: UnaryFunc | undefined = undefined;
  nb_index: UnaryFunc | undefined = undefined;

  sq_length: ((vm: Vm, self: any) => number) | undefined = undefined;
  sq_concat: BinaryFunc | undefined = undefined;
  sq_repeat: ((vm: Vm, self: any, count: number) => Value) | undefined = undefined;
  sq_item: ((vm: Vm, self: any, index: number) => Value) | undefined = undefined;
  /** value undefined: delete. */
  sq_ass_item: ((vm: Vm, self: any, index: number, value: Value | undefined) => void) | undefined = undefined;
  sq_contains: ((vm: Vm, self: any, item: Value) => boolean) | undefined = undefined;
  sq_inplace_concat: BinaryFunc | undefined = undefined;
  sq_inplace_repeat: ((vm: Vm, self: any, count: number) => Value) | undefined = undefined;
  mp_length: ((vm: Vm, self: any) => number) | undefined = undefined;
  mp_subscript: BinaryFunc | undefined = undefined;
  /** value undefined: delete. */
  mp_ass_subscript: ((vm: Vm, self: any, key: Value, value: Value | undefined) => void) | undefined = undefined;
  /** A view of the object's bytes (types/memoryview.ts): raises BufferError when flags cannot be met. */
  bf_getbuffer: ((vm: Vm, self: any, flags: number) => any) | undefined = undefined;
  bf_releasebuffer: ((vm: Vm, self: any, view: any) => void) | undefined = undefined;

  constructor(name: string) {
    this.name = name;
    this.solid = this;
    this.obj = undefined as never;
  }
}

/** The absence of a value on the data stack and in fast locals: a Leaf, so that counting needs no test for it. */
export const NullType = new TypeRec("NULL");
NullType.kind = K_NULL;
export const NULL: Leaf = new Leaf(NullType, null, null);
NULL.rc = IMMORTAL;

/** A Python exception on its way through native code. Not an Error: making one costs no stack trace. `exc` is owned by the throw. */
export class PyError {
  readonly exc: Container;
  constructor(exc: Container) {
    this.exc = exc;
  }
}
