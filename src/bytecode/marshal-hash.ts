// Which values of sets and dict keys are equal, as Python compares them: every hashable value gets a text that equal values share.
// Mirrors the __hash__/__eq__ of the types that marshal knows. See docs/bytecode.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { PythonError } from "../base/python-error.ts";
import { latin1Text } from "../base/utf8.ts";
import { DictValue, ListValue, SetValue } from "./marshal-values.ts";
import type { MarshalValue } from "./marshal-values.ts";
import { partsFirst, partsOf } from "./parts-first.ts";

/** One for each piece of data that is read: containers that were seen keep their number. */
export class HashKeys {
  private readonly byObject = new Map<object, string>();
  private readonly numbers = new Map<string, number>();

  /** The key of `value`; `role` ("a dict key", "a set element") words the TypeError for unhashable values. */
  of(value: MarshalValue, role: string): string {
    try {
      if (partsOf(value) !== undefined) {
        partsFirst(
          value,
          (container) => this.byObject.has(container as object),
          (container) => this.key(container),
          () => {
            throw new PythonError("RecursionError", "maximum recursion depth exceeded");
          },
        );
      }
      return this.key(value);
    } catch (error) {
      if (!(error instanceof Unhashable)) throw error;
      const name = typeName(value);
      throw new PythonError("TypeError", `cannot use '${name}' as ${role} (unhashable type: '${error.type}')`);
    }
  }

  private key(value: MarshalValue): string {
    if (typeof value === "string") return "s" + value;
    if (typeof value === "number") return "n" + value;
    if (typeof value === "boolean") return value ? "n1" : "n0";
    if (value === null) return "N";
    if (typeof value === "bigint") return "n" + value;
    if (value instanceof FloatConst) return this.float(value.value, value);
    if (value instanceof EllipsisConst) return ".";
    const known = this.byObject.get(value);
    if (known !== undefined) return known;
    if (value instanceof ListValue || value instanceof DictValue || value instanceof SetValue) throw new Unhashable(typeName(value));
    const key = this.compound(value);
    this.byObject.set(value, key);
    return key;
  }

  private float(value: number, box: object): string {
    if (Number.isNaN(value)) return this.identity(box);
    if (Number.isInteger(value)) return "n" + (Number.isSafeInteger(value) ? value + 0 : BigInt(value));
    return "f" + value;
  }

  private identity(value: object): string {
    let key = this.byObject.get(value);
    if (key === undefined) this.byObject.set(value, (key = "o" + this.byObject.size));
    return key;
  }

  private compound(value: object): string {
    if (value instanceof ComplexConst) {
      if (value.imag === 0) return this.float(value.real, value);
      if (Number.isNaN(value.real) || Number.isNaN(value.imag)) return this.identity(value);
      return `c${value.real + 0},${value.imag}`;
    }
    if (value instanceof SurrogateText) return "S" + value.codePoints.join();
    if (value instanceof Uint8Array) return "b" + latin1Text(value, 0, value.length);
    if (value instanceof TupleConst) return this.number("t" + this.parts(value.items as MarshalValue[]).join());
    if (value instanceof SliceConst) return this.number("l" + this.parts([value.start, value.stop, value.step] as MarshalValue[]).join());
    if (value instanceof FrozenSetConst) return this.number("z" + this.parts(value.items as MarshalValue[]).sort().join());
    return this.identity(value);
  }

  private parts(items: readonly MarshalValue[]): string[] {
    return items.map((item) => String(this.numberOf(this.key(item))));
  }

  private numberOf(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size));
    return number;
  }

  /** Keys of containers stay short, however deep the value: the parts are named by number. */
  private number(key: string): string {
    return "#" + this.numberOf(key);
  }
}

class Unhashable {
  readonly type: string;
  constructor(type: string) {
    this.type = type;
  }
}

function typeName(value: MarshalValue): string {
  if (value instanceof ListValue) return "list";
  if (value instanceof DictValue) return "dict";
  if (value instanceof SetValue) return "set";
  if (value instanceof TupleConst) return "tuple";
  if (value instanceof SliceConst) return "slice";
  if (value instanceof FrozenSetConst) return "frozenset";
  return "code";
}
