// An XML 1.0 parser that is fed pieces and tells events as expat does: the same events, the same chunks, the same errors at the same places. Mirrors
// Modules/expat/xmlparse.c and xmltok.c; entities that are read from elsewhere are parsed by child parsers. See docs/base.md.
import { decoderFor, declaredEncoding, sniff, type XmlDecoder } from "./decode.ts";
import { declarationPieces, Dtd, type Entity, readDeclaration, readExternalId } from "./dtd.ts";
import { XML, type XmlAttribute, XmlErrorCode, type XmlEvents, XmlFault, XmlPartial } from "./events.ts";
import { checkCharacters, invalid, nameEnd, nameTokenEnd, normalNewlines, referenceEnd, referredCharacter, skipSpace, splitName, valueEnd } from "./scan.ts";

const XML_URI = "http://www.w3.org/XML/1998/namespace";
const XMLNS_URI = "http://www.w3.org/2000/xmlns/";
const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
// oxlint-disable-next-line no-control-regex
const TEXT = new RegExp("[^<&\\n\\r\\]\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]+", "y");
/** Entities may make the input this much longer, once it is so long. */
const AMPLIFICATION = 100;
const AMPLIFICATION_FROM = 8 << 20;
const PIECE = 1024;

/** A text that is being parsed: the document, or what an entity stands for. */
interface Input {
  text: string;
  pos: number;
  final: boolean;
  readonly entity: Entity | undefined;
}

interface Element {
  /** As written, and as told. */
  readonly raw: string;
  readonly name: string;
  /** Prefixes that it binds, with what they were bound to. */
  readonly bindings: readonly (readonly [prefix: string, before: string | undefined])[];
}

type Phase = "start" | "prolog" | "subset" | "afterSubset" | "content" | "epilog";

export interface XmlParserOptions {
  readonly encoding: string | null;
  /** Undefined: names are not expanded. */
  readonly separator: string | undefined;
}

const NOBODY: XmlEvents = { wants: () => false, send: () => 1, encoding: () => undefined };

export class XmlParser {
  /** The user of the call that runs. */
  events: XmlEvents = NOBODY;
  readonly separator: string | undefined;
  dtd = new Dtd();
  base: string | null = null;
  triplets = false;
  paramEntityParsing = 0;
  foreignDtd = false;
  deferral = true;
  maxAmplification = AMPLIFICATION;
  amplificationFrom = AMPLIFICATION_FROM;
  error = 0;
  finished = false;
  started = false;
  private forced: string | null;
  private decoder: XmlDecoder | undefined;
  private bytes = new Uint8Array();
  private readonly input: Input = { text: "", pos: 0, final: false, entity: undefined };
  private phase: Phase = "start";
  private elements: Element[] = [];
  private readonly uris = new Map<string, string>([["xml", XML_URI]]);
  private doctype: { name: string; systemId: string | null; publicId: string | null; subset: boolean; told: boolean } | undefined;
  private hadDoctype = false;
  /** The parser of an external entity: "content" or the declarations of a "dtd". */
  external: "content" | "dtd" | undefined;
  private inCdata = false;
  private unread = 0;
  private direct = 0;
  private indirect = 0;
  private openEntities: Entity[] = [];
  // Where the event is; and a place before it whose line, column and byte are known.
  private eventPos = -1;
  private mark = { pos: 0, line: 1, column: 0, byte: 0 };
  private dropped = 0;

  constructor(options: XmlParserOptions) {
    this.forced = options.encoding;
    this.separator = options.separator;
  }

  /** The parser of an entity that stands elsewhere; `context` is what came with the event. */
  child(context: string | null, encoding: string | null): XmlParser {
    const child = new XmlParser({ encoding, separator: this.separator });
    child.dtd = this.dtd;
    child.base = this.base;
    child.triplets = this.triplets;
    child.paramEntityParsing = this.paramEntityParsing;
    child.deferral = this.deferral;
    child.external = context === null ? "dtd" : "content";
    for (const part of (context ?? "").split("\f")) {
      const equals = part.indexOf("=");
      if (equals >= 0) child.uris.set(part.slice(0, equals), part.slice(equals + 1));
      else {
        const entity = this.dtd.entities.get(part);
        if (entity !== undefined) child.openEntities.push(entity);
      }
    }
    return child;
  }

  // Places.

  get byteIndex(): number {
    return this.eventPos < 0 ? -1 : this.place().byte;
  }
  get line(): number {
    return this.place().line;
  }
  get column(): number {
    return this.place().column;
  }

  private place(): { line: number; column: number; byte: number } {
    const { mark } = this;
    const { text } = this.input;
    const to = Math.min(Math.max(this.eventPos - this.dropped, 0), text.length);
    if (to < mark.pos) return mark;
    const between = text.slice(mark.pos, to);
    mark.byte += this.decoder?.sizeOf(between) ?? between.length;
    let from = 0;
    for (const found of between.matchAll(/\r\n?|\n/g)) {
      mark.line++;
      mark.column = 0;
      from = found.index + found[0].length;
    }
    for (const _ of between.slice(from)) mark.column++;
    mark.pos = to;
    return mark;
  }

  /** What of the input follows from the event on. */
  get rest(): string | undefined {
    return this.eventPos < 0 ? undefined : this.input.text.slice(this.eventPos - this.dropped);
  }

  // Feeding.

  /** Text is given, as UTF-8: what it says of its encoding does not count. */
  forceUtf8(): void {
    if (!this.started) this.forced = "utf-8";
  }

  /** Parses a piece; the error's number, 0 for none. What handlers throw goes through. */
  parse(events: XmlEvents, bytes: Uint8Array, final: boolean): number {
    this.events = events;
    try {
      return this.feed(bytes, final);
    } finally {
      this.events = NOBODY;
    }
  }

  private feed(bytes: Uint8Array, final: boolean): number {
    if (this.finished) return (this.error = XmlErrorCode.finished);
    if (this.error !== 0) return this.error;
    this.started = true;
    this.input.final = final;
    this.direct += bytes.length;
    try {
      if (!this.decodeMore(bytes, final)) return 0;
      const waiting = this.input.text.length - this.input.pos;
      if (this.deferral && !final && waiting < 2 * this.unread) return 0;
      this.forget();
      const from = this.input.pos;
      this.run();
      this.unread = this.input.pos === from ? waiting : 0;
      if (final) this.finished = true;
    } catch (fault) {
      if (!(fault instanceof XmlFault)) {
        this.finished = true;
        throw fault;
      }
      if (fault.at !== undefined) this.eventPos = this.dropped + fault.at;
      this.error = fault.code;
      this.finished = true;
    }
    return this.error;
  }

  private decodeMore(bytes: Uint8Array, final: boolean): boolean {
    if (this.decoder === undefined) {
      const all = new Uint8Array(this.bytes.length + bytes.length);
      all.set(this.bytes);
      all.set(bytes, this.bytes.length);
      this.bytes = all;
      const found = sniff(all, final);
      if (found === undefined) return false;
      let [encoding, skip] = found;
      let name = this.forced;
      if (name === null && encoding === "utf-8") {
        const head = String.fromCharCode(...all.subarray(skip, skip + 512));
        if (!final && "<?xml".startsWith(head.slice(0, 5)) && !head.includes(">") && head.length < 512) return false;
        name = declaredEncoding(head) ?? "UTF-8";
        if (/^utf-?16/i.test(name)) throw this.encodingFault(head, XmlErrorCode.incorrectEncoding);
      }
      if (name !== null && !(encoding !== "utf-8" && /^utf-?16$/i.test(name))) encoding = name;
      this.eventPos = 0;
      this.decoder = encoding.startsWith("utf-16") ? decoderFor(encoding, () => undefined) : this.makeDecoder(encoding, all);
      this.mark.byte = skip;
      this.mark.column = skip > 0 ? 1 : 0;
      this.bytes = new Uint8Array();
      this.input.text += this.decoder.decode(all.subarray(skip));
    } else this.input.text += this.decoder.decode(bytes);
    if (final && this.decoder.waiting) {
      this.run();
      throw new XmlFault(XmlErrorCode.partialChar, this.input.pos);
    }
    return true;
  }

  private makeDecoder(name: string, all: Uint8Array): XmlDecoder {
    try {
      return decoderFor(name, (unknown) => this.events.encoding(unknown));
    } catch (fault) {
      const known = this.encodingFault(String.fromCharCode(...all.subarray(0, 512)), XmlErrorCode.unknownEncoding);
      if (this.input.text.startsWith("<?xml")) this.declaration(this.input);
      if (fault instanceof XmlFault) throw known;
      throw fault;
    }
  }

  private encodingFault(head: string, code: number): XmlFault {
    this.input.text = head;
    const at = /encoding[\t\n\r ]*=[\t\n\r ]*["']/.exec(head);
    return new XmlFault(code, at === null || this.forced !== null ? 0 : at.index + at[0].length);
  }

  /** Gives up the text that was read. */
  private forget(): void {
    if (this.input.pos < 1 << 14) return;
    const kept = this.eventPos;
    this.eventPos = this.dropped + this.input.pos;
    this.place();
    this.dropped += this.input.pos;
    this.input.text = this.input.text.slice(this.input.pos);
    this.input.pos = 0;
    this.mark.pos = 0;
    this.eventPos = Math.max(kept, this.dropped);
  }

  // Events.

  private begin(input: Input): void {
    if (input.entity === undefined) this.eventPos = this.dropped + input.pos;
  }

  private toDefault(raw: string): void {
    if (raw === "") return;
    if (this.events.wants(XML.defaultExpand)) this.events.send(XML.defaultExpand, raw);
    else if (this.events.wants(XML.default)) this.events.send(XML.default, raw);
  }

  private tell(kind: Parameters<XmlEvents["wants"]>[0], raw: string, ...args: unknown[]): void {
    if (this.events.wants(kind)) this.events.send(kind, ...args);
    else this.toDefault(raw);
  }

  // The document.

  private run(): void {
    const { input } = this;
    try {
      if (this.phase === "start") this.documentStart(input);
      if (this.external === "dtd") this.externalSubset(input);
      else if (this.external === "content") this.content(input);
      else {
        while (input.pos < input.text.length) {
          this.begin(input);
          const { pos, phase } = { pos: input.pos, phase: this.phase };
          if (phase === "subset" || phase === "afterSubset") this.subset(input);
          else if (phase === "content") this.content(input);
          else this.outside(input);
          if (input.pos === pos && this.phase === phase) break;
        }
      }
    } catch (stop) {
      if (!(stop instanceof XmlPartial)) throw stop;
      if (input.final) throw new XmlFault(XmlErrorCode.unclosedToken);
      return;
    }
    if (!input.final || this.phase === "epilog" || this.external !== undefined) return;
    this.begin(input);
    throw new XmlFault(XmlErrorCode.noElements);
  }

  private documentStart(input: Input): void {
    const { text } = input;
    if (text.length < 6 && "<?xml ".startsWith(text) && !input.final) throw new XmlPartial();
    this.begin(input);
    if (/^<\?xml[\t\n\r ]/.test(text)) this.declaration(input);
    this.phase = "prolog";
  }

  private declaration(input: Input): void {
    const end = input.text.indexOf("?>");
    if (end < 0) throw new XmlPartial();
    const raw = input.text.slice(0, end + 2);
    const value = `[\\t\\n\\r ]*=[\\t\\n\\r ]*(?:"([^"]*)"|'([^']*)')`;
    const found = new RegExp(`^<\\?xml(?:[\\t\\n\\r ]+version${value})?(?:[\\t\\n\\r ]+encoding${value})?(?:[\\t\\n\\r ]+standalone${value})?[\\t\\n\\r ]*\\?>$`).exec(raw);
    const [, v1, v2, e1, e2, s1, s2] = found ?? [];
    const version = v1 ?? v2;
    const encoding = e1 ?? e2;
    const standalone = s1 ?? s2;
    const text = this.external !== undefined;
    if (found === null || (text ? encoding === undefined || standalone !== undefined : version === undefined)) throw new XmlFault(text ? 31 : XmlErrorCode.xmlDecl, this.declarationFault(raw));
    if (encoding !== undefined && !/^[A-Za-z][-A-Za-z0-9._]*$/.test(encoding)) throw new XmlFault(XmlErrorCode.xmlDecl, raw.indexOf(encoding, raw.indexOf("encoding")));
    if (standalone !== undefined && standalone !== "yes" && standalone !== "no") throw new XmlFault(XmlErrorCode.xmlDecl, raw.indexOf(standalone, raw.indexOf("standalone")));
    if (standalone === "yes") {
      this.dtd.standalone = true;
      if (this.paramEntityParsing === 1) this.paramEntityParsing = 0;
    }
    input.pos = raw.length;
    this.tell(XML.xmlDecl, raw, version ?? null, encoding ?? null, standalone === undefined ? -1 : standalone === "yes" ? 1 : 0);
  }

  /** Where a declaration stops being right. */
  private declarationFault(raw: string): number {
    let at = 5;
    for (const name of ["version", "encoding", "standalone"]) {
      const part = new RegExp(`[\\t\\n\\r ]+${name}[\\t\\n\\r ]*=[\\t\\n\\r ]*(?:"[^"]*"|'[^']*')`, "y");
      part.lastIndex = at;
      if (part.test(raw)) at = part.lastIndex;
      else if (name === "version") break;
    }
    return skipSpace(raw, at);
  }

  /** One token before or after the root element. */
  private outside(input: Input): void {
    const { text, pos } = input;
    const c = text[pos]!;
    const epilog = this.phase === "epilog";
    if (/[\t\n\r ]/.test(c)) {
      const end = skipSpace(text, pos);
      input.pos = end;
      this.toDefault(text.slice(pos, end));
      return;
    }
    if (c !== "<") {
      if (pos + 1 >= text.length && !input.final && !epilog) throw new XmlPartial();
      checkCharacters(text, pos, pos + 1);
      // A name is a token of the prolog, though out of place; most other characters are none.
      const end = nameTokenEnd(text, pos);
      if (end > pos && end < text.length && !/[>),|[%?*+\t\n\r ]/.test(text[end]!)) throw invalid(end);
      if (end === pos && !/[*+|,()%[\]>"']/.test(c)) throw invalid(pos);
      throw new XmlFault(epilog ? XmlErrorCode.junkAfterDocument : XmlErrorCode.syntax);
    }
    const next = text[pos + 1];
    if (next === undefined) throw new XmlPartial();
    if (next === "?") return this.instruction(input);
    if (next === "!") {
      if (text.startsWith("<!--", pos)) return this.comment(input);
      if ("<!--".startsWith(text.slice(pos, pos + 4)) && text.length < pos + 4) throw new XmlPartial();
      if (epilog) throw text[pos + 2] === "[" || /[A-Za-z]/.test(text[pos + 2]!) ? new XmlFault(XmlErrorCode.junkAfterDocument) : invalid(pos + 2);
      if (text.startsWith("<!DOCTYPE", pos)) return this.doctypeHead(input);
      if ("<!DOCTYPE".startsWith(text.slice(pos, pos + 9)) && text.length < pos + 9) throw new XmlPartial();
      if (!/[A-Z[a-z]/.test(text[pos + 2]!)) throw invalid(pos + 2);
      throw new XmlFault(XmlErrorCode.syntax);
    }
    if (epilog) {
      if (next === "/") throw new XmlFault(XmlErrorCode.junkAfterDocument);
      nameEnd(`${text} `, pos + 1, false);
      throw new XmlFault(XmlErrorCode.junkAfterDocument);
    }
    if (next === "/") throw invalid(pos + 1);
    if (this.foreignDtd && !this.hadDoctype) this.readForeign();
    this.phase = "content";
  }

  private instruction(input: Input): void {
    const { text, pos } = input;
    const end = nameEnd(text, pos + 2, this.separator !== undefined);
    const target = text.slice(pos + 2, end);
    if (target.toLowerCase() === "xml") throw target === "xml" ? new XmlFault(XmlErrorCode.misplacedXmlDecl) : invalid(end);
    if (text[end] === "?") {
      if (text[end + 1] === undefined) throw new XmlPartial();
      if (text[end + 1] !== ">") throw invalid(end + 1);
    } else if (!/[\t\n\r ]/.test(text[end]!)) throw invalid(end);
    const close = text.indexOf("?>", end);
    checkCharacters(text, end, close < 0 ? text.length : close);
    if (close < 0) throw new XmlPartial();
    input.pos = close + 2;
    const raw = text.slice(pos, close + 2);
    this.tell(XML.processingInstruction, raw, target, normalNewlines(text.slice(skipSpace(text, end), close)));
  }

  private comment(input: Input): void {
    const { text, pos } = input;
    const dashes = text.indexOf("--", pos + 4);
    checkCharacters(text, pos + 4, dashes < 0 ? text.length : dashes);
    if (dashes < 0 || dashes + 2 >= text.length) throw new XmlPartial();
    if (text[dashes + 2] !== ">") throw invalid(dashes + 2);
    input.pos = dashes + 3;
    this.tell(XML.comment, text.slice(pos, dashes + 3), normalNewlines(text.slice(pos + 4, dashes)));
  }

  // The document type.

  private context(internal: boolean, own = internal): Parameters<typeof readDeclaration>[0] {
    return {
      dtd: this.dtd,
      events: this.events,
      base: this.base,
      namespaces: this.separator !== undefined,
      internal,
      happens: (at) => {
        if (own) this.eventPos = this.dropped + at;
      },
      attributeValue: (raw, at, cdata) => this.attributeValue(raw, at, cdata, false),
    };
  }

  private doctypeHead(input: Input): void {
    const { text, pos } = input;
    if (this.hadDoctype) throw new XmlFault(XmlErrorCode.syntax);
    let at = pos + 9;
    if (at >= text.length) throw new XmlPartial();
    const nameAt = skipSpace(text, at);
    if (nameAt === at) throw invalid(at);
    if (text[nameAt] === ">") throw new XmlFault(XmlErrorCode.syntax, nameAt);
    at = nameEnd(text, nameAt, this.separator !== undefined);
    const name = text.slice(nameAt, at);
    let after = skipSpace(text, at);
    if (after >= text.length) throw new XmlPartial();
    let systemId: string | null = null;
    let publicId: string | null = null;
    if (text[after] !== "[" && text[after] !== ">") {
      if (after === at) throw invalid(at);
      // Every part is followed by something, or the end of the input is too near to tell.
      if (!/[>[]/.test(text.slice(after).replace(/"[^"]*"|'[^']*'/g, ""))) throw new XmlPartial();
      const external = readExternalId(this.context(true), text, after);
      if (external === undefined) throw new XmlFault(XmlErrorCode.syntax, after);
      ({ systemId, publicId } = external);
      after = skipSpace(text, external.end);
      if (text[after] !== "[" && text[after] !== ">") throw new XmlFault(XmlErrorCode.syntax, after);
    }
    this.hadDoctype = true;
    const subset = text[after] === "[";
    const told = this.events.wants(XML.startDoctypeDecl);
    this.doctype = { name, systemId, publicId, subset, told };
    if (systemId !== null) {
      this.dtd.incomplete = true;
      if (this.paramEntityParsing === 0) this.askStandalone();
    }
    input.pos = after + 1;
    if (told) {
      this.eventPos = this.dropped + after;
      this.events.send(XML.startDoctypeDecl, name, systemId, publicId, subset ? 1 : 0);
    } else for (const piece of declarationPieces(text.slice(pos, subset ? after + 1 : after))) this.toDefault(piece);
    if (subset) this.phase = "subset";
    else {
      input.pos = after;
      this.phase = "afterSubset";
    }
  }

  /** One token of the internal subset, or what closes the declaration. */
  private subset(input: Input): void {
    const { text, pos } = input;
    const c = text[pos]!;
    if (/[\t\n\r ]/.test(c)) {
      input.pos = skipSpace(text, pos);
      this.toDefault(text.slice(pos, input.pos));
      return;
    }
    if (this.phase === "afterSubset") {
      if (c !== ">") throw new XmlFault(XmlErrorCode.syntax);
      input.pos++;
      this.endDoctype();
      return;
    }
    if (c === "]") {
      input.pos++;
      if (!this.doctype!.told) this.toDefault("]");
      this.phase = "afterSubset";
      return;
    }
    this.declarationToken(input, true);
  }

  /** A declaration, an instruction, a comment or a reference to a parameter entity. */
  private declarationToken(input: Input, internal: boolean): void {
    const { text, pos } = input;
    const c = text[pos]!;
    if (c === "%") {
      const end = nameEnd(text, pos + 1, this.separator !== undefined);
      if (text[end] !== ";") throw invalid(end);
      input.pos = end + 1;
      this.parameterReference(text.slice(pos + 1, end), text.slice(pos, end + 1));
      return;
    }
    if (c !== "<") {
      checkCharacters(text, pos, pos + 1);
      throw /[&;=/!?@$^`{}~.\-\\0-9]/.test(c) ? invalid(pos) : new XmlFault(XmlErrorCode.syntax);
    }
    const next = text[pos + 1];
    if (next === undefined || (next === "!" && text[pos + 2] === undefined)) throw new XmlPartial();
    if (next === "?") return this.instruction(input);
    if (text.startsWith("<!--", pos)) return this.comment(input);
    if (next !== "!") throw /[/]/.test(next) ? invalid(pos + 1) : new XmlFault(XmlErrorCode.syntax);
    const keyword = /[A-Za-z]*/y;
    keyword.lastIndex = pos + 2;
    keyword.test(text);
    if (keyword.lastIndex < text.length && !/[\t\n\r %]/.test(text[keyword.lastIndex]!)) throw invalid(keyword.lastIndex);
    let end = pos + 2;
    for (; text[end] !== ">"; ) {
      const q = text[end];
      if (q === undefined) throw new XmlPartial();
      if (q === '"' || q === "'") {
        const close = text.indexOf(q, end + 1);
        if (close < 0) throw new XmlPartial();
        end = close + 1;
      } else end++;
    }
    input.pos = end + 1;
    // The reader looks at the declaration alone; its faults are moved to the place in the input.
    const told = readDeclaration(this.context(internal, input.entity === undefined), text, pos);
    if (!told) for (const piece of declarationPieces(text.slice(pos, end + 1))) this.toDefault(piece);
  }

  private parameterReference(name: string, raw: string): void {
    const { dtd } = this;
    dtd.incomplete = true;
    this.askStandalone();
    if (this.paramEntityParsing === 0) {
      dtd.keepProcessing = dtd.standalone;
      this.toDefault(raw);
      return;
    }
    const entity = dtd.parameters.get(name);
    if (entity === undefined) {
      dtd.keepProcessing = dtd.standalone;
      this.tell(XML.skippedEntity, raw, name, 1);
      return;
    }
    if (entity.open) throw new XmlFault(XmlErrorCode.recursiveEntity);
    if (entity.value !== undefined) {
      entity.open = true;
      this.amplify(entity.value.length);
      const input: Input = { text: entity.value, pos: 0, final: true, entity };
      this.declarations(input);
      entity.open = false;
    } else if (this.events.wants(XML.externalEntityRef)) {
      entity.open = true;
      if (this.events.send(XML.externalEntityRef, null, entity.base, entity.systemId, entity.publicId) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
      entity.open = false;
    } else {
      dtd.keepProcessing = dtd.standalone;
      this.toDefault(raw);
    }
  }

  private declarations(input: Input): void {
    while (input.pos < input.text.length) {
      this.begin(input);
      const { text, pos } = input;
      const after = skipSpace(text, pos);
      if (after > pos) {
        input.pos = after;
        this.toDefault(text.slice(pos, after));
      } else this.declarationToken(input, false);
    }
  }

  private externalSubset(input: Input): void {
    this.declarations(input);
  }

  /** The external subset is asked for when the declaration ends. */
  private endDoctype(): void {
    const { systemId, publicId, told } = this.doctype!;
    this.phase = "prolog";
    if ((systemId !== null || this.foreignDtd) && this.paramEntityParsing !== 0 && this.events.wants(XML.externalEntityRef)) {
      if (this.events.send(XML.externalEntityRef, null, this.base, systemId, publicId) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
    }
    if (systemId !== null && this.paramEntityParsing !== 0) this.askStandalone();
    this.doctype = undefined;
    if (this.events.wants(XML.endDoctypeDecl)) this.events.send(XML.endDoctypeDecl);
    else if (!told) this.toDefault(">");
  }

  private readForeign(): void {
    this.hadDoctype = true;
    this.dtd.incomplete = true;
    if (this.paramEntityParsing === 0 || !this.events.wants(XML.externalEntityRef)) return;
    if (this.events.send(XML.externalEntityRef, null, this.base, null, null) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
    this.askStandalone();
  }

  private askStandalone(): void {
    if (!this.dtd.standalone && this.events.wants(XML.notStandalone) && this.events.send(XML.notStandalone) === 0) throw new XmlFault(XmlErrorCode.notStandalone);
  }

  // Content.

  private content(input: Input): void {
    const floor = input.entity === undefined && this.external === undefined ? 0 : this.elements.length;
    for (;;) {
      this.begin(input);
      const { text, pos } = input;
      const c = text[pos];
      if (c === undefined) {
        if (!input.final) return;
        if (floor !== this.elements.length && (input.entity !== undefined || this.external !== undefined)) throw new XmlFault(XmlErrorCode.asyncEntity);
        if (this.inCdata) throw new XmlFault(XmlErrorCode.unclosedCdata);
        return;
      }
      if (this.inCdata) this.cdata(input);
      else if (c === "<") {
        this.markup(input, floor);
        if (this.elements.length === 0 && floor === 0 && this.external === undefined && input.entity === undefined) {
          this.phase = "epilog";
          return;
        }
      } else if (c === "&") this.reference(input);
      else this.characters(input);
    }
  }

  private characters(input: Input): void {
    const { text, pos } = input;
    const c = text[pos]!;
    if (c === "\n" || c === "\r") {
      if (c === "\r" && pos + 1 >= text.length && !input.final) throw new XmlPartial();
      input.pos = c === "\r" && text[pos + 1] === "\n" ? pos + 2 : pos + 1;
      this.tell(XML.characterData, text.slice(pos, input.pos), "\n");
      return;
    }
    let end = pos;
    for (;;) {
      TEXT.lastIndex = end;
      if (TEXT.test(text)) end = TEXT.lastIndex;
      const stop = text.charCodeAt(end);
      if (stop === 0x5d) {
        if (text.startsWith("]]>", end)) {
          throw invalid(end + 2);
        }
        if (!input.final && end + 2 >= text.length && "]]".startsWith(text.slice(end))) {
          if (end > pos) break;
          throw new XmlPartial();
        }
        end++;
      } else if (stop >= 0xd800 && stop < 0xdc00 && (text.charCodeAt(end + 1) & 0xfc00) === 0xdc00) end += 2;
      else if (stop >= 0xd800 && stop < 0xdc00 && end + 1 >= text.length && !input.final) break;
      else break;
    }
    if (end === pos) {
      if (pos + 1 >= text.length && !input.final) throw new XmlPartial();
      throw invalid(pos);
    }
    input.pos = end;
    this.text(text.slice(pos, end));
  }

  /** Text of encodings other than UTF-8 comes in pieces that fit into a small buffer. */
  private text(text: string): void {
    if (this.decoder?.encoding === "utf-8" || text.length * 3 <= PIECE) {
      this.tell(XML.characterData, text, text);
      return;
    }
    let piece = "";
    let size = 0;
    for (const c of text) {
      const more = c < "\x80" ? 1 : c < "\u0800" ? 2 : c.length === 2 ? 4 : 3;
      if (size + more > PIECE) {
        this.tell(XML.characterData, piece, piece);
        piece = "";
        size = 0;
      }
      piece += c;
      size += more;
    }
    if (piece !== "") this.tell(XML.characterData, piece, piece);
  }

  private cdata(input: Input): void {
    const { text, pos } = input;
    if (text.startsWith("]]>", pos)) {
      input.pos = pos + 3;
      this.inCdata = false;
      this.tell(XML.endCdataSection, "]]>");
      return;
    }
    const c = text[pos]!;
    if (c === "\n" || c === "\r") return this.characters(input);
    if (c === "]" && text.length < pos + 3 && !input.final) throw new XmlPartial();
    // A bracket that closes nothing begins a piece of its own.
    let end = pos + 1;
    while (end < text.length && !/[\]\n\r]/.test(text[end]!)) end++;
    checkCharacters(text, pos, end);
    input.pos = end;
    this.text(text.slice(pos, end));
  }

  private markup(input: Input, floor: number): void {
    const { text, pos } = input;
    const next = text[pos + 1];
    if (next === undefined) throw new XmlPartial();
    if (next === "/") return this.endTag(input, floor);
    if (next === "?") return this.instruction(input);
    if (next !== "!") return this.startTag(input);
    if (text.startsWith("<!--", pos)) return this.comment(input);
    if (text.startsWith("<![CDATA[", pos)) {
      input.pos = pos + 9;
      this.inCdata = true;
      this.tell(XML.startCdataSection, "<![CDATA[");
      return;
    }
    for (const wanted of ["<!--", "<![CDATA["]) {
      if (text.length < pos + wanted.length && wanted.startsWith(text.slice(pos))) throw new XmlPartial();
    }
    let same = 2;
    while (same < 9 && "<![CDATA["[same] === text[pos + same]) same++;
    if (same === 2 && text[pos + 2] === "-") same = 3;
    throw invalid(pos + same);
  }

  private endTag(input: Input, floor: number): void {
    const { text, pos } = input;
    const end = nameEnd(text, pos + 2, this.separator !== undefined);
    const close = skipSpace(text, end);
    if (close >= text.length) throw new XmlPartial();
    if (text[close] !== ">") throw invalid(close);
    if (this.elements.length === floor && (input.entity !== undefined || this.external !== undefined)) throw new XmlFault(XmlErrorCode.asyncEntity);
    const element = this.elements[this.elements.length - 1]!;
    if (element.raw !== text.slice(pos + 2, end)) throw new XmlFault(XmlErrorCode.tagMismatch, input.entity === undefined ? pos + 2 : undefined);
    input.pos = close + 1;
    this.elements.pop();
    this.endElement(element, text.slice(pos, close + 1));
  }

  private endElement(element: Element, raw: string): void {
    if (this.events.wants(XML.endElement)) this.events.send(XML.endElement, element.name);
    else this.toDefault(raw);
    this.unbind(element.bindings);
  }

  private unbind(bindings: Element["bindings"]): void {
    for (const [prefix, before] of bindings.toReversed()) {
      if (this.events.wants(XML.endNamespaceDecl)) this.events.send(XML.endNamespaceDecl, prefix === "" ? null : prefix);
      if (before === undefined) this.uris.delete(prefix);
      else this.uris.set(prefix, before);
    }
  }

  private startTag(input: Input): void {
    const { text, pos } = input;
    const namespaces = this.separator !== undefined;
    let at = nameEnd(text, pos + 1, namespaces);
    const raw = text.slice(pos + 1, at);
    const written: { name: string; at: number; from: number; to: number }[] = [];
    let empty = false;
    for (;;) {
      const after = skipSpace(text, at);
      const c = text[after];
      if (c === undefined) throw new XmlPartial();
      if (c === ">") {
        at = after + 1;
        break;
      }
      if (c === "/") {
        if (text[after + 1] === undefined) throw new XmlPartial();
        if (text[after + 1] !== ">") throw invalid(after + 1);
        at = after + 2;
        empty = true;
        break;
      }
      if (after === at) throw invalid(at);
      const end = nameEnd(text, after, namespaces);
      const equals = skipSpace(text, end);
      if (equals >= text.length) throw new XmlPartial();
      if (text[equals] !== "=") throw invalid(equals);
      const quote = skipSpace(text, equals + 1);
      if (quote >= text.length) throw new XmlPartial();
      if (text[quote] !== '"' && text[quote] !== "'") throw invalid(quote);
      at = valueEnd(text, quote);
      if (at >= text.length) throw new XmlPartial();
      written.push({ name: text.slice(after, end), at: after, from: quote + 1, to: at - 1 });
    }
    input.pos = at;
    const own = input.entity === undefined;
    const declared = this.dtd.attributes.get(raw);
    const seen = new Set<string>();
    const attributes: XmlAttribute[] = [];
    for (const { name, at: place, from, to } of written) {
      if (seen.has(name)) throw new XmlFault(XmlErrorCode.duplicateAttribute, own ? place : undefined);
      seen.add(name);
      const cdata = declared?.find((attribute) => attribute.name === name)?.cdata ?? true;
      attributes.push({ name, value: this.attributeValue(text.slice(from, to), from, cdata, own), given: true });
    }
    for (const { name, fallback } of declared ?? []) {
      if (fallback !== undefined && !seen.has(name)) attributes.push({ name, value: fallback, given: false });
    }
    const source = text.slice(pos, at);
    let element: Element;
    let told = attributes;
    if (namespaces) ({ element, told } = this.expand(raw, attributes, empty));
    else element = { raw, name: raw, bindings: [] };
    if (this.events.wants(XML.startElement)) this.events.send(XML.startElement, element.name, told);
    else this.toDefault(source);
    if (empty && own) this.eventPos = this.dropped + at;
    if (!empty) this.elements.push(element);
    else if (this.events.wants(XML.endElement)) this.endElement(element, "");
    else this.endElement(element, this.events.wants(XML.startElement) ? source : "");
  }

  // Namespaces.

  private bind(prefix: string, uri: string, bindings: [string, string | undefined][]): void {
    if (prefix === "xmlns") throw new XmlFault(XmlErrorCode.reservedXmlns);
    if (prefix !== "" && uri === "") throw new XmlFault(XmlErrorCode.undeclaringPrefix);
    if ((prefix === "xml") !== (uri === XML_URI)) throw new XmlFault(prefix === "xml" ? XmlErrorCode.reservedXml : XmlErrorCode.reservedUri);
    if (uri === XMLNS_URI) throw new XmlFault(XmlErrorCode.reservedUri);
    if (this.separator !== "" && uri.includes(this.separator!) && !/^[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;%=]$/.test(this.separator!)) throw new XmlFault(XmlErrorCode.syntax);
    bindings.push([prefix, this.uris.get(prefix)]);
    if (uri === "") this.uris.delete(prefix);
    else this.uris.set(prefix, uri);
    if (this.events.wants(XML.startNamespaceDecl)) this.events.send(XML.startNamespaceDecl, prefix === "" ? null : prefix, uri === "" ? null : uri);
  }

  private expandName(name: string, element: boolean): string {
    const [prefix, local] = splitName(name);
    if (prefix === "" && !element) return name;
    const uri = this.uris.get(prefix);
    if (uri === undefined) {
      if (prefix !== "") throw new XmlFault(XmlErrorCode.unboundPrefix);
      return name;
    }
    const tail = this.triplets && prefix !== "" ? this.separator! + prefix : "";
    return uri + this.separator! + local + tail;
  }

  private expand(raw: string, attributes: readonly XmlAttribute[], empty: boolean): { element: Element; told: XmlAttribute[] } {
    const bindings: [string, string | undefined][] = [];
    try {
      return this.expandAll(raw, attributes, bindings);
    } catch (fault) {
      // The bindings of an empty element end even when it is wrong.
      if (fault instanceof XmlFault && empty) this.unbind(bindings);
      throw fault;
    }
  }

  private expandAll(raw: string, attributes: readonly XmlAttribute[], bindings: [string, string | undefined][]): { element: Element; told: XmlAttribute[] } {
    const rest: XmlAttribute[] = [];
    for (const attribute of attributes) {
      const [prefix, local] = splitName(attribute.name);
      if (attribute.name === "xmlns") this.bind("", attribute.value, bindings);
      else if (prefix === "xmlns") this.bind(local, attribute.value, bindings);
      else rest.push(attribute);
    }
    const seen = new Set<string>();
    const told = rest.map(({ name, value, given }) => {
      const expanded = this.expandName(name, false);
      if (expanded !== name && seen.has(expanded)) throw new XmlFault(XmlErrorCode.duplicateAttribute);
      seen.add(expanded);
      return { name: expanded, value, given };
    });
    return { element: { raw, name: this.expandName(raw, true), bindings }, told };
  }

  // Entities.

  private amplify(more: number): void {
    this.indirect += more;
    if (this.direct + this.indirect > this.amplificationFrom && (this.direct + this.indirect) / this.direct > this.maxAmplification) throw new XmlFault(XmlErrorCode.amplification);
  }

  private reference(input: Input): void {
    const { text, pos } = input;
    const end = referenceEnd(text, pos);
    const raw = text.slice(pos, end);
    if (raw[1] === "#") {
      const character = referredCharacter(text, pos, end);
      if (character === undefined) throw new XmlFault(XmlErrorCode.badCharRef);
      input.pos = end;
      this.tell(XML.characterData, raw, character);
      return;
    }
    input.pos = end;
    const name = text.slice(pos + 1, end - 1);
    const predefined = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
    if (predefined !== undefined) {
      this.tell(XML.characterData, raw, predefined);
      return;
    }
    const { dtd } = this;
    const entity = dtd.entities.get(name);
    if (entity === undefined) {
      if (!dtd.incomplete || dtd.standalone) throw new XmlFault(XmlErrorCode.undefinedEntity);
      this.tell(XML.skippedEntity, raw, name, 0);
      return;
    }
    if (entity.open || this.openEntities.includes(entity)) throw new XmlFault(XmlErrorCode.recursiveEntity);
    if (entity.notation !== null) throw new XmlFault(XmlErrorCode.binaryEntity);
    if (entity.value !== undefined) {
      if (!this.events.wants(XML.defaultExpand) && this.events.wants(XML.default)) {
        this.tell(XML.skippedEntity, raw, name, 0);
        return;
      }
      this.amplify(entity.value.length);
      entity.open = true;
      try {
        this.content({ text: entity.value, pos: 0, final: true, entity });
      } catch (stop) {
        throw stop instanceof XmlPartial ? new XmlFault(XmlErrorCode.unclosedToken) : stop instanceof XmlFault ? new XmlFault(stop.code) : stop;
      } finally {
        entity.open = false;
      }
      return;
    }
    if (!this.events.wants(XML.externalEntityRef)) {
      this.toDefault(raw);
      return;
    }
    entity.open = true;
    const context = [...this.uris].map(([prefix, uri]) => `${prefix}=${uri}`);
    for (const open of dtd.entities.values()) if (open.open) context.push(open.name);
    const answer = this.events.send(XML.externalEntityRef, context.join("\f"), entity.base, entity.systemId, entity.publicId);
    entity.open = false;
    if (answer === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
  }

  /** The value of an attribute from what is between its quotes; `at` is where that stands, `own` in the document itself. */
  private attributeValue(raw: string, at: number, cdata: boolean, own: boolean): string {
    let value = raw;
    if (/[&\t\n\r]/.test(raw)) value = this.expandValue(raw, own ? at : undefined);
    return cdata ? value : value.replace(/ +/g, " ").replace(/^ | $/g, "");
  }

  private expandValue(raw: string, at: number | undefined): string {
    let out = "";
    for (let i = 0; i < raw.length; ) {
      const amp = raw.indexOf("&", i);
      const stop = amp < 0 ? raw.length : amp;
      out += raw.slice(i, stop).replace(/\r\n|[\t\n\r]/g, " ");
      if (amp < 0) break;
      const place = at === undefined ? undefined : at + amp;
      const end = referenceEnd(`${raw} `, amp);
      i = end;
      if (raw[amp + 1] === "#") {
        const character = referredCharacter(raw, amp, end);
        if (character === undefined) throw new XmlFault(XmlErrorCode.badCharRef, place);
        out += character;
        continue;
      }
      const name = raw.slice(amp + 1, end - 1);
      const predefined = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
      if (predefined !== undefined) {
        out += predefined;
        continue;
      }
      const entity = this.dtd.entities.get(name);
      if (entity === undefined) {
        if (!this.dtd.incomplete || this.dtd.standalone) throw new XmlFault(XmlErrorCode.undefinedEntity);
        continue;
      }
      if (entity.open) throw new XmlFault(XmlErrorCode.recursiveEntity, place);
      if (entity.notation !== null) throw new XmlFault(XmlErrorCode.binaryEntity, place);
      if (entity.value === undefined) throw new XmlFault(XmlErrorCode.attributeExternalEntity, place);
      if (entity.value.includes("<")) throw new XmlFault(XmlErrorCode.invalidToken, place);
      this.amplify(entity.value.length);
      entity.open = true;
      try {
        out += this.expandValue(entity.value, undefined);
      } finally {
        entity.open = false;
      }
    }
    return out;
  }
}
