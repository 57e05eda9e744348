// The classes of what images hold beside plain objects, and the single objects that every process has. See docs/freeze.md.
import { AstralText } from "../../base/text.ts";
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../../base/constant.ts";
import { ByteBuffer } from "../../base/codecs.ts";
import { MersenneTwister } from "../../base/random.ts";
import { NativeDef } from "../../core/native-def.ts";
import { Container, Ext, Instance, Leaf, NULL, NullType, PyFloat, TypeRec } from "../../core/object.ts";
import { Pipe } from "../../host/memory/memory-files.ts";
import { TreeNode } from "../../host/memory/tree.ts";
import { Continuation } from "../../interpreter/continuation.ts";
import { Frame } from "../../interpreter/frame.ts";
import { CodeMonitoring, Monitoring } from "../../interpreter/monitoring.ts";
import { GcState } from "../../memory/gc.ts";
import { WeakrefData } from "../../memory/weakref.ts";
import { builtinHandlers } from "../../modules/_codecs/errors.ts";
import { Deque } from "../../modules/_collections-deque.ts";
import { Missing } from "../../modules/_contextvars.ts";
import { keywordMark, Placeholder } from "../../modules/_functools.ts";
import { bridge } from "../../modules/_ast.ts";
import { nodeFunctions } from "../../modules/_ast/node.ts";
import { itemCodes } from "../../modules/array-items.ts";
import { ContextData } from "../../modules/_decimal/state.ts";
import { BufferedData } from "../../modules/_io/buffered.ts";
import { FileData } from "../../modules/_io/fileio.ts";
import { BytesData, StringData } from "../../modules/_io/memory.ts";
import { NewlineState } from "../../modules/_io/newlines.ts";
import { PythonDecoder, QuickDecoder, TextData, UniversalDecoder } from "../../modules/_io/text.ts";
import { BranchTable, FirstCharacters } from "../../modules/_sre/engine-first.ts";
import { CharacterSets } from "../../modules/_sre/engine-sets.ts";
import { False, True } from "../../types/bool.ts";
import { BufferView } from "../../types/buffer.ts";
import { CodeData } from "../../types/code.ts";
import { KeyOrder, OrderNode } from "../../types/dict/key-order.ts";
import { DictTable } from "../../types/dict/table.ts";
import { ExcData } from "../../types/exceptions.ts";
import { FrameData } from "../../types/frame.ts";
import { FunctionData } from "../../types/function.ts";
import { GeneratorData } from "../../types/generator.ts";
import { None } from "../../types/none.ts";
import { PropertyData } from "../../types/property.ts";
import { SetTable } from "../../types/set/table.ts";
import { Ellipsis, NotImplemented } from "../../types/singletons.ts";
import { instanceSpecs } from "../../types/slot-member.ts";
import { emptyTuple } from "../../types/tuple.ts";
import { callNew } from "../../types/type-type.ts";
import { NoDefault } from "../../types/typing-objects.ts";

interface Freezable {
  readonly prototype: object;
  /** An object of the class whose fields will be set; absent where setting the fields of a bare one will do. */
  readonly make?: () => object;
}

const bare = (...classes: { readonly prototype: object; readonly name: string }[]): Record<string, Freezable> =>
  Object.fromEntries(classes.map((made) => [made.name, { prototype: made.prototype }]));

/** By name. The four shapes and what the interpreter touches most are made by their constructors, so that they have the hidden classes of others. */
export const freezableClasses: Readonly<Record<string, Freezable>> = {
  PyFloat: { prototype: PyFloat.prototype, make: () => new PyFloat(NullType, 0.5) },
  Leaf: { prototype: Leaf.prototype, make: () => new Leaf(NullType, null, null) },
  Container: { prototype: Container.prototype, make: () => new Container(NullType, null, null) },
  Instance: { prototype: Instance.prototype, make: () => new Instance(NullType) },
  Ext: { prototype: Ext.prototype, make: () => new Ext() },
  Frame: { prototype: Frame.prototype, make: () => new Frame() },
  ...bare(TypeRec, NativeDef, GcState, WeakrefData, BufferView, CodeData, DictTable, KeyOrder, OrderNode, ExcData, FrameData, FunctionData, GeneratorData, PropertyData, SetTable),
  ...bare(AstralText, ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst, ByteBuffer, MersenneTwister),
  ...bare(Deque, BufferedData, FileData, BytesData, StringData, NewlineState, PythonDecoder, QuickDecoder, TextData, UniversalDecoder),
  ...bare(Continuation, Pipe, TreeNode, Monitoring, CodeMonitoring),
  ...bare(ContextData, BranchTable, FirstCharacters, CharacterSets),
};

/** What exists once in a process, beside the static types. */
export const singletons: Readonly<Record<string, unknown>> = {
  NULL,
  NullType,
  None,
  True,
  False,
  Ellipsis,
  NotImplemented,
  NoDefault,
  Placeholder,
  keywordMark,
  Missing,
  emptyTuple: emptyTuple(),
  builtinHandlers,
  instanceSpecs,
  itemCodes,
  nodeFunctions,
  astBridge: bridge,
  callNew,
};
