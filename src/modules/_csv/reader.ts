// Reading CSV: one state machine over the characters of each line. Mirrors ReaderObj of Modules/_csv.c. See docs/modules.md.
import { TextWriter } from "../../base/text-writer.ts";
import { type Text, textAt, textLength, textSlice } from "../../base/text.ts";
import { call, Container, defineType, dropMaybe, dropStopValue, FloatType, getIter, hold, isStr, iterNext, newList, newRef, newText, None, note, pushRef, strText, TPFLAGS_DISALLOW_INSTANTIATION, track, typeName, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { csvError, csvState, type Dialect, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS } from "./dialect.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_csv", docs);

// States of the machine.
const START_RECORD = 0;
const START_FIELD = 1;
const ESCAPED_CHAR = 2;
const IN_FIELD = 3;
const IN_QUOTED_FIELD = 4;
const ESCAPE_IN_QUOTED_FIELD = 5;
const QUOTE_IN_QUOTED_FIELD = 6;
const EAT_CRNL = 7;
const AFTER_ESCAPED_CRNL = 8;

/** Stands for the end of a line. */
const EOL = -2;

interface Reader {
  iterator: Value | undefined;
  dialect: Value | undefined;
  lineNumber: number;
  /** Records that were handed out: a line whose reading did so belongs to none. */
  done: number;
}

/** A record in the making. */
interface Record {
  readonly vm: Vm;
  readonly dialect: Dialect;
  readonly fields: Value[];
  state: number;
  field: TextWriter;
  fieldLength: number;
  unquoted: boolean;
}

function saveField(r: Record): void {
  const { vm, dialect } = r;
  const { quoting } = dialect;
  if (r.unquoted && r.fieldLength === 0 && (quoting === QUOTE_NOTNULL || quoting === QUOTE_STRINGS)) r.fields.push(None);
  else {
    const text = newText(r.field.finish());
    if (r.unquoted && r.fieldLength !== 0 && (quoting === QUOTE_NONNUMERIC || quoting === QUOTE_STRINGS)) pushRef(r.fields, call(vm, FloatType.obj, [text]));
    else pushRef(r.fields, text);
  }
  r.field = new TextWriter();
  r.fieldLength = 0;
}

function addText(r: Record, text: Text): void {
  const limit = csvState(r.vm).fieldLimit;
  r.fieldLength += textLength(text);
  if (r.fieldLength > limit) throw csvError(r.vm, `field larger than field limit (${limit})`);
  r.field.write(text);
}

function addPoint(r: Record, c: number): void {
  const limit = csvState(r.vm).fieldLimit;
  if (++r.fieldLength > limit) throw csvError(r.vm, `field larger than field limit (${limit})`);
  r.field.writePoint(c);
}

const isLineEnd = (c: number): boolean => c === 10 || c === 13 || c === EOL;

function endRecord(r: Record, c: number): void {
  saveField(r);
  r.state = c === EOL ? START_RECORD : EAT_CRNL;
}

function process(r: Record, c: number): void {
  const { dialect } = r;
  switch (r.state) {
    case START_RECORD:
      if (c === EOL) return;
      if (c === 10 || c === 13) {
        r.state = EAT_CRNL;
        return;
      }
      r.state = START_FIELD;
      return startField(r, c);
    case START_FIELD:
      return startField(r, c);
    case ESCAPED_CHAR:
      if (c === 10 || c === 13) {
        addPoint(r, c);
        r.state = AFTER_ESCAPED_CRNL;
        return;
      }
      addPoint(r, c === EOL ? 10 : c);
      r.state = IN_FIELD;
      return;
    case AFTER_ESCAPED_CRNL:
      if (c !== EOL) inField(r, c);
      return;
    case IN_FIELD:
      return inField(r, c);
    case IN_QUOTED_FIELD:
      if (c === EOL) return;
      if (c === dialect.escapechar) r.state = ESCAPE_IN_QUOTED_FIELD;
      else if (c === dialect.quotechar && dialect.quoting !== QUOTE_NONE) r.state = dialect.doublequote ? QUOTE_IN_QUOTED_FIELD : IN_FIELD;
      else addPoint(r, c);
      return;
    case ESCAPE_IN_QUOTED_FIELD:
      addPoint(r, c === EOL ? 10 : c);
      r.state = IN_QUOTED_FIELD;
      return;
    case QUOTE_IN_QUOTED_FIELD:
      return afterQuote(r, c);
    default:
      if (c === 10 || c === 13) return;
      if (c !== EOL) throw csvError(r.vm, "new-line character seen in unquoted field - do you need to open the file with newline=''?");
      r.state = START_RECORD;
  }
}

function startField(r: Record, c: number): void {
  const { dialect } = r;
  r.unquoted = true;
  if (isLineEnd(c)) endRecord(r, c);
  else if (c === dialect.quotechar && dialect.quoting !== QUOTE_NONE) {
    r.unquoted = false;
    r.state = IN_QUOTED_FIELD;
  } else if (c === dialect.escapechar) r.state = ESCAPED_CHAR;
  else if (c === 32 && dialect.skipinitialspace) return;
  else if (c === dialect.delimiter) saveField(r);
  else {
    addPoint(r, c);
    r.state = IN_FIELD;
  }
}

function inField(r: Record, c: number): void {
  const { dialect } = r;
  if (isLineEnd(c)) endRecord(r, c);
  else if (c === dialect.escapechar) r.state = ESCAPED_CHAR;
  else if (c === dialect.delimiter) {
    saveField(r);
    r.state = START_FIELD;
  } else {
    addPoint(r, c);
    r.state = IN_FIELD;
  }
}

function afterQuote(r: Record, c: number): void {
  const { dialect } = r;
  if (dialect.quoting !== QUOTE_NONE && c === dialect.quotechar) {
    addPoint(r, c);
    r.state = IN_QUOTED_FIELD;
  } else if (c === dialect.delimiter) {
    saveField(r);
    r.state = START_FIELD;
  } else if (isLineEnd(c)) endRecord(r, c);
  else if (!dialect.strict) {
    addPoint(r, c);
    r.state = IN_FIELD;
  } else throw csvError(r.vm, `'${String.fromCodePoint(dialect.delimiter)}' expected after '${String.fromCodePoint(dialect.quotechar)}'`);
}

function processLine(r: Record, line: Text): void {
  const { delimiter, escapechar, quotechar } = r.dialect;
  const n = textLength(line);
  for (let i = 0; i < n; ) {
    // Plain text goes into the field in one piece.
    if (r.state === IN_FIELD || r.state === IN_QUOTED_FIELD) {
      const quoted = r.state === IN_QUOTED_FIELD;
      let end = i;
      for (; end < n; end++) {
        const c = textAt(line, end);
        if (c === escapechar || (quoted ? c === quotechar : c === delimiter || c === 10 || c === 13)) break;
      }
      if (end > i) addText(r, textSlice(line, i, end));
      i = end;
      if (i >= n) break;
    }
    process(r, textAt(line, i++));
  }
  process(r, EOL);
}

const dataOf = (self: Value): Reader => (self as Container).data as Reader;

function nextRecord(vm: Vm, self: Container): Value | undefined {
  const reader = dataOf(self);
  const list = newList(vm, []);
  const dialect = (hold(vm, reader.dialect!) as Container).data as Dialect;
  const r: Record = { vm, dialect, fields: list.data as Value[], state: START_RECORD, field: new TextWriter(), fieldLength: 0, unquoted: false };
  const turn = reader.done;
  do {
    const line = iterNext(vm, reader.iterator!);
    if (reader.done !== turn) throw csvError(vm, "iterator has already advanced the reader");
    if (line === undefined) {
      dropStopValue(vm);
      if (r.fieldLength === 0 && r.state !== IN_QUOTED_FIELD) return undefined;
      if (dialect.strict) throw csvError(vm, "unexpected end of data");
      saveField(r);
      break;
    }
    if (!isStr(line)) throw csvError(vm, `iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`);
    reader.lineNumber++;
    processLine(r, strText(line));
  } while (r.state !== START_RECORD);
  reader.done++;
  return list;
}

export const ReaderType: TypeRec = defineType({
  name: "_csv.reader",
  doc: D.doc("Reader"),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  getset: {
    dialect: D.member("Reader.dialect", (_vm, self) => dataOf(self).dialect ?? None),
    line_num: D.member("Reader.line_num", (_vm, self) => dataOf(self).lineNumber),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: nextRecord,
    tp_traverse: (self: Container, visit) => {
      const { iterator, dialect } = dataOf(self);
      if (iterator !== undefined) visit(iterator);
      if (dialect !== undefined) visit(dialect);
    },
    tp_clear: (vm, self: Container) => {
      const reader = dataOf(self);
      const { iterator, dialect } = reader;
      reader.iterator = undefined;
      reader.dialect = undefined;
      dropMaybe(vm, iterator);
      dropMaybe(vm, dialect);
    },
  },
});

export function newReader(vm: Vm, iterable: Value, dialect: (vm: Vm) => Value): Value {
  const iterator = getIter(vm, iterable);
  const rules = dialect(vm);
  const made = new Container(ReaderType, { iterator: newRef(iterator), dialect: newRef(rules), lineNumber: 0, done: 0 } satisfies Reader, null);
  track(vm, made);
  return note(vm, made);
}
