// _sre: Pattern, Match, Scanner and Template over the matcher of this folder. Mirrors Modules/_sre/sre.c. See docs/modules-sre.md.
import { textSlice } from "../../base/text.ts";
import type { Text } from "../../base/text.ts";
import {
  argumentName,
  asBytesLike,
  type BufferView,
  getBuffer,
  PyBUF_SIMPLE,
  releaseBuffer,
  isBigOrInt,
  asCInt,
  asIndex,
  call,
  Container,
  defineModule,
  defineType,
  dictGet,
  dictItems,
  dictSet,
  drop,
  False,
  foldSafe,
  getAttrText,
  hash,
  hasBuffer,
  hold,
  importModule,
  indexError,
  isBytes,
  isCallable,
  isDict,
  isExactStr,
  isList,
  isStr,
  isTuple,
  memoryError,
  type ModuleSpec,
  newBytes,
  newDictProxy,
  newGenericAlias,
  newInt,
  newCallableIterator,
  newList,
  newRef,
  newScopedDict,
  newStr,
  newText,
  newTuple,
  None,
  note,
  NotImplemented,
  overflowError,
  type PyDict,
  type PyTuple,
  reprText,
  richCompareBool,
  runtimeError,
  strFromCodePoints,
  strFromJs,
  strText,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  True,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  EQ,
  BytesType,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { isCasedAscii, isCasedUnicode, lowerAscii, lowerUnicode } from "./engine-characters.ts";
import { CODESIZE, MAGIC, MAXGROUPS, MAXREPEAT } from "./engine-codes.ts";
import { compileProgram, type Program } from "./engine-compile.ts";
import { MatchMemoryError, MatchState, type Subject } from "./engine-state.ts";
import { advance, fullmatch, match, matchNext, search, searchNext } from "./engine.ts";

const P = documented("_sre.Pattern");
const M = documented("_sre.Match");
const S = documented("_sre.Scanner");
const D = documented("_sre");

const FLAG_NAMES: readonly [string, number][] = [
  ["re.IGNORECASE", 2], ["re.MULTILINE", 8], ["re.DOTALL", 16], ["re.VERBOSE", 64], ["re.DEBUG", 128], ["re.ASCII", 256], ["re.LOCALE", 4], ["re.UNICODE", 32],
];
const UNICODE = 32;
const CHARSET_FLAGS = 4 | 32 | 256;

interface Pattern {
  pattern: Value;
  flags: number;
  code: readonly number[];
  program: Program;
  groups: number;
  groupIndex: PyDict;
  indexGroup: PyTuple;
  /** undefined: a pattern of None takes both. */
  isBytes: boolean | undefined;
}
const patternOf = (self: Value): Pattern => (self as Container).data as Pattern;

// ---- subjects

/** What is searched, and how parts of it become objects. */
interface Source {
  object: Value;
  subject: Subject;
  isBytes: boolean;
}

function readSource(vm: Vm, pattern: Pattern, v: Value): Source {
  let source: Source;
  if (isStr(v)) {
    const text = strText(v);
    source = { object: v, subject: typeof text === "string" ? text : (text.points as unknown as Subject), isBytes: false };
  } else if (hasBuffer(v)) {
    const bytes = asBytesLike(vm, v);
    source = { object: v, subject: isBytes(v) ? bytes : bytes.slice(), isBytes: true };
  } else throw typeError(vm, `expected string or bytes-like object, got '${typeName(v)}'`);
  if (pattern.isBytes === true && !source.isBytes) throw typeError(vm, "cannot use a bytes pattern on a string-like object");
  if (pattern.isBytes === false && source.isBytes) throw typeError(vm, "cannot use a string pattern on a bytes-like object");
  return source;
}

function part(source: Source, start: number, end: number): Value {
  const { object, subject } = source;
  if (source.isBytes) {
    if (start === 0 && end === subject.length && typeOf(object) === BytesType) return object;
    return newBytes((subject as Uint8Array).slice(start, end));
  }
  if (start === 0 && end === subject.length && isExactStr(object)) return object;
  if (typeof subject === "string") return newStr(subject.slice(start, end));
  return newText(textSlice(strText(object as any), start, end));
}

/** What a match refers to, as it is by now: a bytearray may have changed. */
function presentSource(vm: Vm, source: Source): Source {
  return source.isBytes && typeOf(source.object) !== BytesType && hasBuffer(source.object) ? { ...source, subject: asBytesLike(vm, source.object) } : source;
}

const emptyOf = (source: Source): Value => (source.isBytes ? newBytes(new Uint8Array(0)) : newStr(""));

function joined(vm: Vm, source: Source, items: readonly Value[]): Value {
  if (items.length === 0) return emptyOf(source);
  if (items.length === 1 && (source.isBytes ? typeOf(items[0]!) === BytesType : isExactStr(items[0]!))) return items[0]!;
  if (source.isBytes) {
    const chunks = items.map((v, i) => {
      if (!hasBuffer(v)) throw typeError(vm, `sequence item ${i}: expected a bytes-like object, ${typeName(v)} found`);
      return asBytesLike(vm, v);
    });
    const all = new Uint8Array(chunks.reduce((n, c) => n + c.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return newBytes(all);
  }
  const plain: string[] = [];
  let astral = false;
  for (let i = 0; i < items.length; i++) {
    const v = items[i]!;
    if (!isStr(v)) throw typeError(vm, `sequence item ${i}: expected str instance, ${typeName(v)} found`);
    const text: Text = strText(v);
    if (typeof text !== "string") astral = true;
    else plain.push(text);
  }
  // A few are added up, many joined: a sum of many is a tree that takes more memory than its text.
  if (!astral) return newStr(plain.length > 12 ? plain.join("") : plain.reduce((sum, text) => sum + text, ""));
  const points: number[] = [];
  for (const v of items) {
    const text = strText(v as any);
    if (typeof text === "string") for (let i = 0; i < text.length; i++) points.push(text.charCodeAt(i));
    else for (const c of text.points) points.push(c);
  }
  return strFromCodePoints(points);
}

// ---- running the matcher

const poolOf = (vm: Vm): MatchState[] => vm.stateOf("_sre", () => [] as MatchState[]);

/** Runs with a state that no other match uses. */
function withState<T>(vm: Vm, run: (state: MatchState) => T): T {
  const pool = poolOf(vm);
  const state = pool.pop() ?? new MatchState();
  try {
    return run(state);
  } finally {
    state.release();
    pool.push(state);
  }
}

/** The next match of a state that has begun. */
function next(vm: Vm, program: Program, state: MatchState, step: typeof searchNext = searchNext): boolean {
  try {
    return step(program, state);
  } catch (error) {
    if (error instanceof MatchMemoryError) throw memoryError(vm);
    throw error;
  }
}

function position(vm: Vm, v: Value | undefined, fallback: number): number {
  if (v === undefined) return fallback;
  const n = asIndex(vm, v);
  if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

const clamp = (n: number, length: number): number => (n < 0 ? 0 : n > length ? length : n);

type Runner = typeof match;

function runOnce(runner: Runner) {
  return (vm: Vm, self: Container, string: Value, pos?: Value, endpos?: Value): Value => {
    const pattern = patternOf(self);
    const from = position(vm, pos, 0);
    const given = endpos === undefined ? undefined : position(vm, endpos, 0);
    const source = readSource(vm, pattern, string);
    // An int where none is given: with Infinity V8 would reckon with doubles.
    const to = given ?? source.subject.length;
    const pool = poolOf(vm);
    const state = pool.pop() ?? new MatchState();
    try {
      return runner(pattern.program, state, source.subject, from, to) ? newMatch(vm, self, source, state, from, to) : None;
    } catch (error) {
      throw error instanceof MatchMemoryError ? memoryError(vm) : error;
    } finally {
      state.release();
      pool.push(state);
    }
  };
}

// ---- Match

interface Match {
  pattern: Value;
  source: Source;
  spans: readonly number[];
  pos: number;
  endpos: number;
  lastIndex: number;
}
const matchOf = (self: Value): Match => (self as Container).data as Match;

function newMatch(vm: Vm, pattern: Container, source: Source, state: MatchState, from: number, to: number): Container {
  const { length } = source.subject;
  newRef(source.object);
  const made = new Container(
    MatchType,
    {
      pattern: newRef(pattern),
      source,
      spans: state.spans(patternOf(pattern).groups),
      pos: clamp(from, length),
      endpos: clamp(to, length),
      lastIndex: state.lastindex,
    } satisfies Match,
    null,
  );
  track(vm, made);
  return note(vm, made);
}

function groupNumber(vm: Vm, self: Container, v: Value | undefined): number {
  const m = matchOf(self);
  let n = -1;
  if (v === undefined) n = 0;
  else if (typeof v === "number") n = v;
  else if (typeOf(v).nb_index !== undefined) {
    const i = asIndex(vm, v);
    n = typeof i === "number" ? i : -1;
  } else {
    const named = dictGet(vm, patternOf(m.pattern).groupIndex, v);
    if (typeof named === "number") n = named;
  }
  if (n < 0 || n * 2 >= m.spans.length) throw indexError(vm, "no such group");
  return n;
}

function groupAt(vm: Vm, m: Match, n: number, fallback: Value): Value {
  const start = m.spans[2 * n]!;
  return start < 0 ? fallback : part(presentSource(vm, m.source), start, m.spans[2 * n + 1]!);
}

function group(vm: Vm, self: Container, args: readonly Value[]): Value {
  const m = matchOf(self);
  if (args.length === 0) return groupAt(vm, m, 0, None);
  if (args.length === 1) return groupAt(vm, m, groupNumber(vm, self, args[0]), None);
  return newTuple(vm, args.map((v) => groupAt(vm, m, groupNumber(vm, self, v), None)));
}

const span = (vm: Vm, self: Container, v?: Value): Value => {
  const n = groupNumber(vm, self, v);
  return newTuple(vm, [matchOf(self).spans[2 * n]!, matchOf(self).spans[2 * n + 1]!]);
};

function expand(vm: Vm, self: Container, template: Value): Value {
  const m = matchOf(self);
  const compiled = compileTemplate(vm, m.pattern, template);
  const t = compiled.data as Template;
  return t.chunks.length === 0 ? t.literal : fillTemplate(vm, t, m.source, (n) => [m.spans[2 * n]!, m.spans[2 * n + 1]!]);
}

const getMatch = (name: string, get: (vm: Vm, m: Match) => Value) => M.member(name, (vm, self) => get(vm, matchOf(self)));

const MatchType: TypeRec = defineType({
  name: "re.Match",
  doc: M.doc(""),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    group: M.method("group", group, "($self, *args)"),
    start: M.method("start", (vm: Vm, self: Container, v?: Value) => matchOf(self).spans[2 * groupNumber(vm, self, v)]!),
    end: M.method("end", (vm: Vm, self: Container, v?: Value) => matchOf(self).spans[2 * groupNumber(vm, self, v) + 1]!),
    span: M.method("span", span),
    groups: M.method("groups", (vm: Vm, self: Container, fallback?: Value) => {
      const m = matchOf(self);
      const items: Value[] = [];
      for (let i = 1; 2 * i < m.spans.length; i++) items.push(groupAt(vm, m, i, fallback ?? None));
      return newTuple(vm, items);
    }),
    groupdict: M.method("groupdict", (vm: Vm, self: Container, fallback?: Value) => {
      const m = matchOf(self);
      const dict = newScopedDict(vm);
      for (const [name, n] of Array.from(dictItems(patternOf(m.pattern).groupIndex))) dictSet(vm, dict, name, groupAt(vm, m, n as number, fallback ?? None));
      return dict;
    }),
    expand: M.method("expand", expand),
    __copy__: M.method("__copy__", (_vm: Vm, self: Container) => self),
    __deepcopy__: M.method("__deepcopy__", (_vm: Vm, self: Container) => self, "($self, memo, /)"),
    __class_getitem__: M.classMethod("__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    string: getMatch("string", (_vm, m) => m.source.object),
    re: getMatch("re", (_vm, m) => m.pattern),
    pos: getMatch("pos", (_vm, m) => m.pos),
    endpos: getMatch("endpos", (_vm, m) => m.endpos),
    lastindex: M.getset("lastindex", (_vm, self) => (matchOf(self).lastIndex >= 0 ? matchOf(self).lastIndex : None)),
    lastgroup: M.getset("lastgroup", (_vm, self) => {
      const { lastIndex, pattern } = matchOf(self);
      return (lastIndex >= 0 ? (patternOf(pattern).indexGroup.data as Value[])[lastIndex] : undefined) ?? None;
    }),
    regs: M.getset("regs", (vm, self) => {
      const { spans } = matchOf(self);
      return newTuple(vm, Array.from({ length: spans.length / 2 }, (_, i) => newTuple(vm, [spans[2 * i]!, spans[2 * i + 1]!])));
    }),
  },
  slots: {
    tp_repr: (vm, self) => {
      const m = matchOf(self);
      const shown = [...reprText(vm, groupAt(vm, m, 0, None))].slice(0, 50).join("");
      return strFromJs(`<re.Match object; span=(${m.spans[0]}, ${m.spans[1]}), match=${shown}>`);
    },
    mp_subscript: (vm, self: Container, key) => groupAt(vm, matchOf(self), groupNumber(vm, self, key), None),
    tp_traverse: (self: Container, visit) => {
      visit(matchOf(self).pattern);
      visit(matchOf(self).source.object);
    },
    tp_clear: (vm, self: Container) => {
      const m = matchOf(self);
      const { pattern, source } = m;
      m.pattern = None;
      m.source = { object: None, subject: "", isBytes: false };
      drop(vm, pattern);
      drop(vm, source.object);
    },
  },
});

// ---- Template

interface Template {
  literal: Value;
  chunks: { group: number; literal: Value | undefined }[];
}

const TemplateType: TypeRec = defineType({
  name: "_sre.SRE_Template",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_traverse: (self: Container, visit) => {
      const t = self.data as Template;
      visit(t.literal);
      for (const { literal } of t.chunks) if (literal !== undefined) visit(literal);
    },
    tp_clear: (vm, self: Container) => {
      const t = self.data as Template;
      const { literal, chunks } = t;
      t.literal = None;
      t.chunks = [];
      drop(vm, literal);
      for (const chunk of chunks) if (chunk.literal !== undefined) drop(vm, chunk.literal);
    },
  },
});

function newTemplate(vm: Vm, _pattern: Value, template: Value): Value {
  if (!isList(template)) throw typeError(vm, `template() argument 2 must be list, not ${argumentName(template)}`);
  const items = template.data as Value[];
  if (items.length === 0 || items.length % 2 === 0) throw typeError(vm, "invalid template");
  const emptyPart = (v: Value): boolean => (isStr(v) ? strText(v) === "" : isBytes(v) && asBytesLike(vm, v).length === 0);
  const chunks: Template["chunks"] = [];
  for (let i = 1; i < items.length; i += 2) {
    const n = items[i]!;
    if (!isBigOrInt(n)) throw typeError(vm, "an integer is required");
    if (typeof n !== "number" || n < 0) throw typeError(vm, "invalid template");
    const literal = items[i + 1]!;
    chunks.push({ group: n, literal: emptyPart(literal) ? undefined : newRef(literal) });
  }
  const made = new Container(TemplateType, { literal: newRef(items[0]!), chunks } satisfies Template, null);
  track(vm, made);
  return note(vm, made);
}

function compileTemplate(vm: Vm, pattern: Value, template: Value): Container {
  const compiled = call(vm, getAttrText(vm, importModule(vm, "re", None, None, 0), "_compile_template"), [pattern, template]);
  if (typeOf(compiled) !== TemplateType) throw typeError(vm, `expected a template, got ${typeName(compiled)}`);
  return compiled as Container;
}

function fillTemplate(vm: Vm, t: Template, source: Source, spanOf: (n: number) => [number, number]): Value {
  const items: Value[] = [t.literal];
  for (const { group: n, literal } of t.chunks) {
    const [start, end] = spanOf(n);
    if (start >= 0) items.push(part(source, start, end));
    if (literal !== undefined) items.push(literal);
  }
  return joined(vm, source, items);
}

// ---- Pattern: stepping from match to match

function group1(source: Source, state: MatchState, n: number): Value {
  const start = state.groupStart(n);
  return start < 0 ? emptyOf(source) : part(source, start, state.groupEnd(n));
}

function findall(vm: Vm, self: Container, string: Value, pos?: Value, endpos?: Value): Value {
  const pattern = patternOf(self);
  const from = position(vm, pos, 0);
  const given = endpos === undefined ? undefined : position(vm, endpos, 0);
  const source = readSource(vm, pattern, string);
  const to = given ?? source.subject.length;
  return withState(vm, (state) => {
    state.begin(pattern.program, source.subject, from, to);
    const found: Value[] = [];
    while (next(vm, pattern.program, state)) {
      if (pattern.groups === 0) found.push(part(source, state.start, state.ptr));
      else if (pattern.groups === 1) found.push(group1(source, state, 1));
      else {
        const items: Value[] = [];
        for (let i = 1; i <= pattern.groups; i++) items.push(group1(source, state, i));
        found.push(newTuple(vm, items));
      }
      advance(state);
    }
    return newList(vm, found);
  });
}

function split(vm: Vm, self: Container, string: Value, maxsplit?: Value): Value {
  const pattern = patternOf(self);
  const most = position(vm, maxsplit, 0);
  const source = readSource(vm, pattern, string);
  return withState(vm, (state) => {
    state.begin(pattern.program, source.subject);
    const parts: Value[] = [];
    let last = 0;
    for (let n = 0; most === 0 || n < most; n++) {
      if (!next(vm, pattern.program, state)) break;
      parts.push(part(source, last, state.start));
      for (let i = 1; i <= pattern.groups; i++) {
        const start = state.groupStart(i);
        parts.push(start < 0 ? None : part(source, start, state.groupEnd(i)));
      }
      last = state.ptr;
      advance(state);
    }
    parts.push(part(source, last, source.subject.length));
    return newList(vm, parts);
  });
}

function isLiteral(vm: Vm, v: Value): boolean {
  if (isStr(v)) {
    const text = strText(v);
    return typeof text === "string" ? !text.includes("\\") : !Array.from(text.points).includes(92);
  }
  return hasBuffer(v) && !asBytesLike(vm, v).includes(92);
}

function substitute(vm: Vm, self: Container, repl: Value, string: Value, countArgument: Value | undefined): [Value, number] {
  const pattern = patternOf(self);
  const most = position(vm, countArgument, 0);
  let literal: Value | undefined;
  let template: Template | undefined;
  if (isCallable(repl)) {
    // called for each match
  } else if (isLiteral(vm, repl)) literal = repl;
  else {
    const t = compileTemplate(vm, self, repl).data as Template;
    if (t.chunks.length === 0) literal = hold(vm, t.literal);
    else template = t;
  }
  const source = readSource(vm, pattern, string);
  return withState(vm, (state) => {
    state.begin(pattern.program, source.subject);
    const items: Value[] = [];
    let last = 0;
    let n = 0;
    while (most === 0 || n < most) {
      if (!next(vm, pattern.program, state)) break;
      const { start, ptr } = state;
      if (last < start) items.push(part(source, last, start));
      if (literal !== undefined) items.push(literal);
      else if (template !== undefined) items.push(fillTemplate(vm, template, source, (g) => [state.groupStart(g), state.groupEnd(g)]));
      else {
        const made = newMatch(vm, self, source, state, 0, source.subject.length);
        const answer = call(vm, repl, [made]);
        if (answer !== None) items.push(answer);
      }
      last = ptr;
      n++;
      advance(state);
    }
    if (last < source.subject.length) items.push(part(source, last, source.subject.length));
    return [joined(vm, source, items), n];
  });
}

// ---- Scanner

interface Scanner {
  pattern: Value;
  source: Source;
  state: MatchState;
  pos: number;
  endpos: number;
  running: boolean;
  done: boolean;
  /** Holds the buffer of what is scanned: it cannot change its size meanwhile. */
  lock: BufferView | null;
}

function newScanner(vm: Vm, self: Container, string: Value, pos?: Value, endpos?: Value): Container {
  const pattern = patternOf(self);
  const from = position(vm, pos, 0);
  const given = endpos === undefined ? undefined : position(vm, endpos, 0);
  const source = readSource(vm, pattern, string);
  const to = given ?? source.subject.length;
  const state = new MatchState();
  state.begin(pattern.program, source.subject, from, to);
  newRef(source.object);
  const lock = source.isBytes && !isBytes(string) ? getBuffer(vm, string, PyBUF_SIMPLE) : null;
  const made = new Container(ScannerType, { pattern: newRef(self), source, state, pos: from, endpos: to, running: false, done: false, lock } satisfies Scanner, null);
  track(vm, made);
  return note(vm, made);
}

function scannerStep(step: typeof searchNext) {
  return (vm: Vm, self: Container): Value => {
    const scanner = self.data as Scanner;
    if (scanner.running) throw valueError(vm, "regular expression scanner already executing");
    if (scanner.done) return None;
    const { pattern, source, state } = scanner;
    scanner.running = true;
    try {
      if (!next(vm, patternOf(pattern).program, state, step)) {
        scanner.done = true;
        return None;
      }
      const made = newMatch(vm, pattern as Container, source, state, scanner.pos, scanner.endpos);
      advance(state);
      return made;
    } finally {
      scanner.running = false;
    }
  };
}

const ScannerType: TypeRec = defineType({
  name: "_sre.SRE_Scanner",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: { match: S.method("match", scannerStep(matchNext)), search: S.method("search", scannerStep(searchNext)) },
  getset: { pattern: S.member("pattern", (_vm, self) => ((self as Container).data as Scanner).pattern) },
  slots: {
    tp_traverse: (self: Container, visit) => {
      const s = self.data as Scanner;
      visit(s.pattern);
      visit(s.source.object);
      if (s.lock !== null && s.lock.owner !== null) visit(s.lock.owner);
    },
    tp_clear: (vm, self: Container) => {
      const s = self.data as Scanner;
      const { pattern, source } = s;
      s.pattern = None;
      s.source = { object: None, subject: "", isBytes: false };
      s.done = true;
      if (s.lock !== null) releaseBuffer(vm, s.lock);
      s.lock = null;
      drop(vm, pattern);
      drop(vm, source.object);
    },
  },
});

// ---- Pattern: the type

function patternRepr(vm: Vm, self: Value): Value {
  const { pattern, flags: all, isBytes: bytes } = patternOf(self);
  let flags = all;
  if (bytes === false && (flags & CHARSET_FLAGS) === UNICODE) flags &= ~UNICODE;
  const names: string[] = [];
  for (const [name, bit] of FLAG_NAMES) {
    if ((flags & bit) === 0) continue;
    names.push(name);
    flags &= ~bit;
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  const shown = [...reprText(vm, pattern)].slice(0, 200).join("");
  return strFromJs(names.length === 0 ? `re.compile(${shown})` : `re.compile(${shown}, ${names.join("|")})`);
}

const PatternType: TypeRec = defineType({
  name: "re.Pattern",
  doc: P.doc(""),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  hasWeakrefs: true,
  methods: {
    match: P.method("match", runOnce(match)),
    fullmatch: P.method("fullmatch", runOnce(fullmatch)),
    search: P.method("search", runOnce(search)),
    sub: P.method("sub", (vm: Vm, self: Container, repl: Value, string: Value, count?: Value) => substitute(vm, self, repl, string, count)[0]),
    subn: P.method("subn", (vm: Vm, self: Container, repl: Value, string: Value, count?: Value) => newTuple(vm, substitute(vm, self, repl, string, count))),
    findall: P.method("findall", findall),
    split: P.method("split", split),
    finditer: P.method("finditer", (vm: Vm, self: Container, string: Value, pos?: Value, endpos?: Value) => newCallableIterator(vm, getAttrText(vm, newScanner(vm, self, string, pos, endpos), "search"), None)),
    scanner: P.method("scanner", newScanner),
    __copy__: P.method("__copy__", (_vm: Vm, self: Container) => self),
    __deepcopy__: P.method("__deepcopy__", (_vm: Vm, self: Container) => self, "($self, memo, /)"),
    __class_getitem__: P.classMethod("__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    pattern: P.member("pattern", (_vm, self) => patternOf(self).pattern),
    flags: P.member("flags", (_vm, self) => patternOf(self).flags),
    groups: P.member("groups", (_vm, self) => patternOf(self).groups),
    groupindex: P.getset("groupindex", (vm, self) => newDictProxy(vm, patternOf(self).groupIndex)),
  },
  slots: {
    tp_repr: patternRepr,
    tp_hash: (vm, self) => {
      const { pattern, flags, code, groups, isBytes: bytes } = patternOf(self);
      let h = 0;
      for (const unit of code) h = (Math.imul(h, 31) + unit) | 0;
      const all = BigInt(hash(vm, pattern)) ^ BigInt(h) ^ BigInt(flags) ^ BigInt(groups) ^ (bytes === true ? 1n : 0n);
      return foldSafe(all === -1n ? -2n : all);
    },
    tp_richcompare: (vm, left, right, op) => {
      if ((op !== 2 && op !== 3) || typeOf(left) !== PatternType || typeOf(right) !== PatternType) return NotImplemented;
      const a = patternOf(left);
      const b = patternOf(right);
      const equal =
        left === right ||
        (a.flags === b.flags && a.isBytes === b.isBytes && a.groups === b.groups && a.code.length === b.code.length && a.code.every((unit, i) => unit === b.code[i]) && richCompareBool(vm, a.pattern, b.pattern, EQ));
      return equal === (op === 2) ? True : False;
    },
    tp_traverse: (self: Container, visit) => {
      const { pattern, groupIndex, indexGroup } = patternOf(self);
      visit(pattern);
      visit(groupIndex);
      visit(indexGroup);
    },
    tp_clear: (vm, self: Container) => {
      const p = patternOf(self);
      const { pattern, groupIndex, indexGroup } = p;
      self.data = { ...p, pattern: None, groupIndex: None as unknown as PyDict, indexGroup: None as unknown as PyTuple } satisfies Pattern;
      drop(vm, pattern);
      drop(vm, groupIndex);
      drop(vm, indexGroup);
    },
  },
});

function compile(vm: Vm, pattern: Value, flagsArgument: Value, code: Value, groupsArgument: Value, groupIndex: Value, indexGroup: Value): Value {
  const flags = asCInt(vm, flagsArgument);
  if (!isList(code)) throw typeError(vm, `compile() argument 'code' must be list, not ${argumentName(code)}`);
  const groups = position(vm, groupsArgument, 0);
  if (!isDict(groupIndex)) throw typeError(vm, `compile() argument 'groupindex' must be dict, not ${argumentName(groupIndex)}`);
  if (!isTuple(indexGroup)) throw typeError(vm, `compile() argument 'indexgroup' must be tuple, not ${argumentName(indexGroup)}`);
  const units = (code.data as Value[]).map((v) => {
    const n = Number(asIndex(vm, v));
    if (n < 0) throw overflowError(vm, "can't convert negative value to unsigned int");
    if (n > 4294967295) throw overflowError(vm, "regular expression code size limit exceeded");
    return n;
  });
  const program = compileProgram(units, flags, groups);
  if (program === undefined) throw runtimeError(vm, "invalid SRE code");
  let bytes: boolean | undefined;
  if (pattern !== None) {
    if (isStr(pattern)) bytes = false;
    else if (hasBuffer(pattern)) bytes = true;
    else throw typeError(vm, "expected string or bytes-like object");
  }
  const made = new Container(
    PatternType,
    { pattern: newRef(pattern), flags, code: units, program, groups, groupIndex: newRef(groupIndex), indexGroup: newRef(indexGroup), isBytes: bytes } satisfies Pattern,
    null,
  );
  track(vm, made);
  return note(vm, made);
}

const bool = (v: boolean): Value => (v ? True : False);

export const sreModule: ModuleSpec = defineModule({
  name: "_sre",
  doc: D.doc(""),
  functions: {
    compile: D.func("compile", compile),
    template: D.func("template", newTemplate),
    getcodesize: D.func("getcodesize", () => CODESIZE),
    ascii_iscased: D.func("ascii_iscased", (vm: Vm, character: Value) => bool(isCasedAscii(asCInt(vm, character)))),
    unicode_iscased: D.func("unicode_iscased", (vm: Vm, character: Value) => bool(isCasedUnicode(asCInt(vm, character)))),
    ascii_tolower: D.func("ascii_tolower", (vm: Vm, character: Value) => lowerAscii(asCInt(vm, character))),
    unicode_tolower: D.func("unicode_tolower", (vm: Vm, character: Value) => lowerUnicode(asCInt(vm, character))),
  },
  attributes: {
    MAGIC: () => MAGIC,
    CODESIZE: () => CODESIZE,
    MAXREPEAT: () => newInt(MAXREPEAT),
    MAXGROUPS: () => newInt(MAXGROUPS),
    copyright: () => newStr(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "),
  },
});
