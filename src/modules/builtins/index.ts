// builtins: the module's table. Mirrors Python/bltinmodule.c. See docs/modules.md.
import {
  BaseExceptionGroupType, BoolType, ByteArrayType, BytesType, ClassMethodType, ComplexType, defineModule, dictSetText, DictType, Ellipsis, EnumerateType, exc, False, FilterType, FloatType, FrozenSetType, IntType, ListType, MapType, MemoryViewType, newBool,
  newStr, None, NotImplemented, ObjectType, PropertyType, type PyDict, RangeType, ReversedType, SetType, SliceType, StaticMethodType, StrType, SuperType, True, TupleType, type TypeRec, TypeType, UnicodeDecodeErrorType, UnicodeEncodeErrorType,
  QUICK_LEN, QUICK_NEXT, quickly, UnicodeTranslateErrorType, type Vm, ZipType,
} from "../../core/api.ts";
import type { NativeDef } from "../../core/api.ts";
import { declarer } from "../declare.ts";
import { buildClass, enterClass } from "./build-class.ts";
import { compile } from "./compile.ts";
import { docs, moduleDoc } from "./docs.generated.ts";
import { dir, evaluate, enterExec, exec, globals, importByName, locals, vars } from "./exec.ts";
import { input, open, print } from "./io.ts";
import { abs, divmod, pow, sum } from "./numbers.ts";
import { ascii, bin, breakpoint, callable, chr, delattr, format, getattr, hasattr, hashOf, hex, id, isinstance, issubclass, len, oct, ord, reprOf, round, setattr } from "./objects.ts";
import { aiter, all, anext, any, iter, max, min, next, sorted } from "./sequences.ts";

const f = declarer(docs);

/** A function that, called by the interpreter, enters the Python code that it runs last instead of nesting it. */
const entering = (make: (name: string) => NativeDef, enter: NonNullable<NativeDef["enter"]>) => (name: string): NativeDef => {
  const def = make(name);
  def.enter = enter;
  return def;
};

/** Types by their order in the module. */
const types: Record<string, TypeRec> = {
  bool: BoolType,
  memoryview: MemoryViewType,
  bytearray: ByteArrayType,
  bytes: BytesType,
  classmethod: ClassMethodType,
  complex: ComplexType,
  dict: DictType,
  enumerate: EnumerateType,
  filter: FilterType,
  float: FloatType,
  frozenset: FrozenSetType,
  property: PropertyType,
  int: IntType,
  list: ListType,
  map: MapType,
  object: ObjectType,
  range: RangeType,
  reversed: ReversedType,
  set: SetType,
  slice: SliceType,
  staticmethod: StaticMethodType,
  str: StrType,
  super: SuperType,
  tuple: TupleType,
  type: TypeType,
  zip: ZipType,
};

const exceptionTypes: Record<string, TypeRec> = {
  BaseException: exc.BaseExceptionType,
  BaseExceptionGroup: BaseExceptionGroupType,
  Exception: exc.ExceptionType,
  GeneratorExit: exc.GeneratorExitType,
  KeyboardInterrupt: exc.KeyboardInterruptType,
  SystemExit: exc.SystemExitType,
  ArithmeticError: exc.ArithmeticErrorType,
  AssertionError: exc.AssertionErrorType,
  AttributeError: exc.AttributeErrorType,
  BufferError: exc.BufferErrorType,
  EOFError: exc.EOFErrorType,
  ImportError: exc.ImportErrorType,
  LookupError: exc.LookupErrorType,
  MemoryError: exc.MemoryErrorType,
  NameError: exc.NameErrorType,
  OSError: exc.OSErrorType,
  ReferenceError: exc.ReferenceErrorType,
  RuntimeError: exc.RuntimeErrorType,
  StopAsyncIteration: exc.StopAsyncIterationType,
  StopIteration: exc.StopIterationType,
  SyntaxError: exc.SyntaxErrorType,
  SystemError: exc.SystemErrorType,
  TypeError: exc.TypeErrorType,
  ValueError: exc.ValueErrorType,
  Warning: exc.WarningType,
  FloatingPointError: exc.FloatingPointErrorType,
  OverflowError: exc.OverflowErrorType,
  ZeroDivisionError: exc.ZeroDivisionErrorType,
  BytesWarning: exc.BytesWarningType,
  DeprecationWarning: exc.DeprecationWarningType,
  EncodingWarning: exc.EncodingWarningType,
  FutureWarning: exc.FutureWarningType,
  ImportWarning: exc.ImportWarningType,
  PendingDeprecationWarning: exc.PendingDeprecationWarningType,
  ResourceWarning: exc.ResourceWarningType,
  RuntimeWarning: exc.RuntimeWarningType,
  SyntaxWarning: exc.SyntaxWarningType,
  UnicodeWarning: exc.UnicodeWarningType,
  UserWarning: exc.UserWarningType,
  BlockingIOError: exc.BlockingIOErrorType,
  ChildProcessError: exc.ChildProcessErrorType,
  ConnectionError: exc.ConnectionErrorType,
  FileExistsError: exc.FileExistsErrorType,
  FileNotFoundError: exc.FileNotFoundErrorType,
  InterruptedError: exc.InterruptedErrorType,
  IsADirectoryError: exc.IsADirectoryErrorType,
  NotADirectoryError: exc.NotADirectoryErrorType,
  PermissionError: exc.PermissionErrorType,
  ProcessLookupError: exc.ProcessLookupErrorType,
  TimeoutError: exc.TimeoutErrorType,
  IndentationError: exc.IndentationErrorType,
  _IncompleteInputError: exc.IncompleteInputErrorType,
  IndexError: exc.IndexErrorType,
  KeyError: exc.KeyErrorType,
  ModuleNotFoundError: exc.ModuleNotFoundErrorType,
  NotImplementedError: exc.NotImplementedErrorType,
  PythonFinalizationError: exc.PythonFinalizationErrorType,
  RecursionError: exc.RecursionErrorType,
  UnboundLocalError: exc.UnboundLocalErrorType,
  UnicodeError: exc.UnicodeErrorType,
  BrokenPipeError: exc.BrokenPipeErrorType,
  ConnectionAbortedError: exc.ConnectionAbortedErrorType,
  ConnectionRefusedError: exc.ConnectionRefusedErrorType,
  ConnectionResetError: exc.ConnectionResetErrorType,
  TabError: exc.TabErrorType,
  UnicodeDecodeError: UnicodeDecodeErrorType,
  UnicodeEncodeError: UnicodeEncodeErrorType,
  UnicodeTranslateError: UnicodeTranslateErrorType,
};

export const builtinsModule = defineModule({
  name: "builtins",
  doc: moduleDoc,
  functions: {
    __build_class__: entering(f("__build_class__", buildClass, "($module, /, *args, **kwargs)"), enterClass),
    __import__: f("__import__", importByName),
    abs: f("abs", abs),
    all: f("all", all),
    any: f("any", any),
    ascii: f("ascii", ascii),
    bin: f("bin", bin),
    breakpoint: f("breakpoint", breakpoint),
    callable: f("callable", callable),
    chr: f("chr", chr),
    compile: f("compile", compile),
    delattr: f("delattr", delattr),
    dir: f("dir", dir, "($module, object=None, /)"),
    divmod: f("divmod", divmod),
    eval: f("eval", evaluate),
    exec: entering(f("exec", exec), enterExec),
    format: f("format", format),
    getattr: f("getattr", getattr, "($module, object, name, default=None, /)"),
    globals: f("globals", globals),
    hasattr: f("hasattr", hasattr),
    hash: f("hash", hashOf),
    hex: f("hex", hex),
    id: f("id", id),
    input: f("input", input),
    isinstance: f("isinstance", isinstance),
    issubclass: f("issubclass", issubclass),
    iter: f("iter", iter, "($module, object, sentinel=None, /)"),
    aiter: f("aiter", aiter),
    len: quickly(QUICK_LEN, f("len", len)),
    locals: f("locals", locals),
    max: f("max", max, "($module, /, *args, **kwargs)"),
    min: f("min", min, "($module, /, *args, **kwargs)"),
    next: quickly(QUICK_NEXT, f("next", next, "($module, iterator, default=None, /)")),
    anext: f("anext", anext),
    oct: f("oct", oct),
    ord: f("ord", ord),
    pow: f("pow", pow),
    print: f("print", print),
    repr: f("repr", reprOf),
    round: f("round", round),
    setattr: f("setattr", setattr),
    sorted: f("sorted", sorted, "($module, /, *args, **kwargs)"),
    sum: f("sum", sum),
    vars: f("vars", vars, "($module, object=None, /)"),
    open: f("open", open, "($module, /, *args, **kwargs)"),
  },
  attributes: {
    None: () => None,
    Ellipsis: () => Ellipsis,
    NotImplemented: () => NotImplemented,
    False: () => False,
    True: () => True,
  },
  exec: (vm: Vm, dict: PyDict) => {
    dictSetText(vm, dict, "__package__", newStr(""));
    for (const [name, type] of Object.entries(types)) dictSetText(vm, dict, name, type.obj);
    dictSetText(vm, dict, "__debug__", newBool(((vm.config?.optimize as number | undefined) ?? 0) === 0));
    for (const [name, type] of Object.entries(exceptionTypes)) dictSetText(vm, dict, name, type.obj);
    dictSetText(vm, dict, "EnvironmentError", exc.OSErrorType.obj);
    dictSetText(vm, dict, "IOError", exc.OSErrorType.obj);
  },
});
