// Python objects as constants of the object-free layers: the way back from constantObject. See docs/types.md.
import { ComplexConst, type ConstValue, ELLIPSIS, FloatConst, ForeignConst, FrozenSetConst, SliceConst, TupleConst } from "../base/constant.ts";
import { textPoints } from "../base/text.ts";
import type { CodeConst } from "../bytecode/code-unit.ts";
import { type Container, K_CODE, type Leaf, type Value } from "../core/object.ts";
import { shortName } from "../core/type.ts";
import { textOfCodePoints } from "../syntax/string-literals.ts";
import { False, True } from "./bool.ts";
import { BytesType } from "./bytes.ts";
import type { CodeData } from "./code.ts";
import { complexData, ComplexType } from "./complex.ts";
import { FloatType, floatValue } from "./float.ts";
import { intValue, isExactInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { FrozenSetType } from "./set/set.ts";
import { setItems } from "./set/set-object.ts";
import { Ellipsis } from "./singletons.ts";
import { SliceType } from "./slice.ts";
import { isExactStr, strText } from "./str/str-object.ts";
import { TupleType } from "./tuple.ts";

/** The constant for an object; ForeignConst for what co_consts cannot come to hold by compiling. */
export function constOf(value: Value): CodeConst {
  if (typeof value !== "number") {
    if (value.type.kind === K_CODE) return ((value as Leaf).data as CodeData).unit;
    if (value.type === SliceType) {
      const { start, stop, step } = (value as unknown as Container).data as { start: Value; stop: Value; step: Value };
      return new SliceConst<CodeConst>(constOf(start), constOf(stop), constOf(step));
    }
  }
  return literalOf(value, constOf) as CodeConst;
}

/** The constant for a value that a literal could have made, or ForeignConst; `part` converts the items of tuples and frozensets. */
export function literalOf(value: Value, part: (item: Value) => unknown = literalOf): ConstValue {
  if (typeof value === "number") return value;
  if (value === None) return null;
  if (value === True) return true;
  if (value === False) return false;
  if (value === Ellipsis) return ELLIPSIS;
  if (isExactInt(value)) return intValue(value);
  if (isExactStr(value)) {
    const text = strText(value);
    return typeof text === "string" ? text : textOfCodePoints([...textPoints(text)]);
  }
  const data = (value as unknown as Leaf).data;
  switch (value.type) {
    case FloatType:
      return new FloatConst(floatValue(value));
    case ComplexType:
      return new ComplexConst(complexData(value).real, complexData(value).imag);
    case BytesType:
      return (data as Uint8Array).slice();
    case TupleType:
      return new TupleConst((data as Value[]).map((item) => part(item))) as TupleConst;
    case FrozenSetType:
      return new FrozenSetConst(setItems(value as unknown as Container).map((item) => part(item))) as FrozenSetConst;
  }
  return new ForeignConst(shortName(value.type), value) as never;
}
