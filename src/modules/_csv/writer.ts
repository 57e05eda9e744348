// Writing CSV: records are joined, quoted and escaped as the dialect says. Mirrors WriterObj of Modules/_csv.c. See docs/modules.md.
import { TextWriter } from "../../base/text-writer.ts";
import { type Text, textAt, textLength } from "../../base/text.ts";
import { call, closeScope, Container, defineType, dropError, dropMaybe, exc, forEach, getIter, hold, isCallable, isStr, lookupAttrText, matches, newRef, newText, None, note, openScope, strText, str, TPFLAGS_DISALLOW_INSTANTIATION, track, typeError, typeName, typeOf, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { csvError, type Dialect, inText, NOT_SET, QUOTE_ALL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS } from "./dialect.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_csv", docs);

interface Writer {
  write: Value | undefined;
  dialect: Value | undefined;
}

const dataOf = (self: Value): Writer => (self as Container).data as Writer;

function isNumber(v: Value): boolean {
  const type = typeOf(v);
  return type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined || typeName(v) === "complex";
}

/** A field as the record has it; null stands for None. */
function fieldText(vm: Vm, d: Dialect, field: Text | null, wantsQuotes: boolean): Text {
  const out = new TextWriter();
  let quoted = wantsQuotes;
  const length = field === null ? 0 : textLength(field);
  if (length === 0 && d.delimiter === 32 && d.skipinitialspace) {
    if (d.quoting === QUOTE_NONE || (field === null && (d.quoting === QUOTE_STRINGS || d.quoting === QUOTE_NOTNULL))) {
      throw csvError(vm, "empty field must be quoted if delimiter is a space and skipinitialspace is true");
    }
    quoted = true;
  }
  for (let i = 0; i < length; i++) {
    const c = textAt(field!, i);
    if (c === d.delimiter || c === d.escapechar || c === d.quotechar || c === 10 || c === 13 || inText(d.lineterminator, c)) {
      let escape = false;
      if (d.quoting === QUOTE_NONE) escape = true;
      else {
        if (c === d.quotechar) {
          if (d.doublequote) out.writePoint(d.quotechar);
          else escape = true;
        } else if (c === d.escapechar) escape = true;
        if (!escape) quoted = true;
      }
      if (escape) {
        if (d.escapechar === NOT_SET) throw csvError(vm, "need to escape, but no escapechar set");
        out.writePoint(d.escapechar);
      }
    }
    out.writePoint(c);
  }
  if (!quoted) return out.finish();
  const framed = new TextWriter();
  framed.writePoint(d.quotechar);
  framed.write(out.finish());
  framed.writePoint(d.quotechar);
  return framed.finish();
}

function needsQuotes(d: Dialect, field: Value): boolean {
  switch (d.quoting) {
    case QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTE_ALL:
      return true;
    case QUOTE_STRINGS:
      return isStr(field);
    case QUOTE_NOTNULL:
      return field !== None;
    default:
      return false;
  }
}

function writerow(vm: Vm, self: Container, row: Value): Value {
  const writer = dataOf(self);
  const d = (hold(vm, writer.dialect!) as Container).data as Dialect;
  const write = hold(vm, writer.write!);
  let iterator: Value;
  try {
    iterator = getIter(vm, row);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw csvError(vm, `iterable expected, not ${typeName(row)}`);
  }
  const record = new TextWriter();
  let fields = 0;
  let empty = true;
  let lastIsNull = false;
  const append = (field: Text | null, quoted: boolean): void => {
    if (fields > 0) {
      record.writePoint(d.delimiter);
      empty = false;
    }
    const text = fieldText(vm, d, field, quoted);
    if (textLength(text) > 0) empty = false;
    record.write(text);
    fields++;
  };
  forEach(vm, iterator, (field) => {
    const quoted = needsQuotes(d, field);
    lastIsNull = field === None;
    append(lastIsNull ? null : strText(isStr(field) ? field : str(vm, field)), quoted);
  });
  if (fields > 0 && empty) {
    if (d.quoting === QUOTE_NONE || (lastIsNull && (d.quoting === QUOTE_STRINGS || d.quoting === QUOTE_NOTNULL))) throw csvError(vm, "single empty field record must be quoted");
    fields--;
    append(null, true);
  }
  record.write(d.lineterminator);
  return call(vm, write, [newText(record.finish())]);
}

export const WriterType: TypeRec = defineType({
  name: "_csv.writer",
  doc: D.doc("Writer"),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    writerow: D.method("Writer.writerow", writerow),
    writerows: D.method("Writer.writerows", (vm: Vm, self: Container, rows: Value) => {
      forEach(vm, rows, (row) => {
        const mark = openScope(vm);
        writerow(vm, self, row);
        closeScope(vm, mark);
      });
    }),
  },
  getset: { dialect: D.member("Writer.dialect", (_vm, self) => dataOf(self).dialect ?? None) },
  slots: {
    tp_traverse: (self: Container, visit) => {
      const { write, dialect } = dataOf(self);
      if (write !== undefined) visit(write);
      if (dialect !== undefined) visit(dialect);
    },
    tp_clear: (vm, self: Container) => {
      const writer = dataOf(self);
      const { write, dialect } = writer;
      writer.write = undefined;
      writer.dialect = undefined;
      dropMaybe(vm, write);
      dropMaybe(vm, dialect);
    },
  },
});

export function newWriter(vm: Vm, file: Value, dialect: (vm: Vm) => Value): Value {
  const write = lookupAttrText(vm, file, "write");
  if (write === undefined || !isCallable(write)) throw typeError(vm, 'argument 1 must have a "write" method');
  const made = new Container(WriterType, { write: newRef(write), dialect: newRef(dialect(vm)) } satisfies Writer, null);
  track(vm, made);
  return note(vm, made);
}
