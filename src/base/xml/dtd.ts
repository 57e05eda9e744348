// Declarations of a document type: entities, attributes with defaults, content models, notations. Mirrors what expat's prolog processor keeps and tells.
// See docs/base.md.
import { type ContentModel, XML, XmlErrorCode, type XmlEvents, XmlFault } from "./events.ts";
import { invalid, literalEnd, nameEnd, nameTokenEnd, normalNewlines, publicId, referenceEnd, referredCharacter, skipSpace } from "./scan.ts";

export interface Entity {
  readonly name: string;
  /** Undefined for external ones. */
  readonly value: string | undefined;
  readonly base: string | null;
  readonly systemId: string | null;
  readonly publicId: string | null;
  readonly notation: string | null;
  open: boolean;
}

export interface AttributeDeclaration {
  readonly name: string;
  readonly cdata: boolean;
  readonly fallback: string | undefined;
}

/** What a document's declarations say. Parsers of external entities share it. */
export class Dtd {
  readonly entities = new Map<string, Entity>();
  readonly parameters = new Map<string, Entity>();
  readonly attributes = new Map<string, AttributeDeclaration[]>();
  /** There are declarations that were not read. */
  incomplete = false;
  standalone = false;
  keepProcessing = true;
}

/** What a declaration needs of its parser. */
export interface DtdContext {
  readonly dtd: Dtd;
  readonly events: XmlEvents;
  readonly base: string | null;
  readonly namespaces: boolean;
  /** In the internal subset parameter entities cannot stand within declarations. */
  readonly internal: boolean;
  /** The next event is that of the token at a place. */
  happens(at: number): void;
  /** Normalizes an attribute's default. */
  attributeValue(raw: string, at: number, cdata: boolean): string;
}

const QUANTIFIERS = ["", "?", "*", "+"];
const syntax = (at: number): XmlFault => new XmlFault(XmlErrorCode.syntax, at);

/** Reads declarations in one text; `at` moves on. */
class Reader {
  readonly text: string;
  at: number;
  private readonly context: DtdContext;

  constructor(context: DtdContext, text: string, at: number) {
    this.context = context;
    this.text = text;
    this.at = at;
  }

  space(needed = true): void {
    const end = skipSpace(this.text, this.at);
    if (needed && end === this.at) throw this.text[this.at] === "%" ? new XmlFault(XmlErrorCode.paramEntityRef, this.at) : invalid(this.at);
    this.at = end;
  }

  get next(): string {
    return this.text[this.at]!;
  }

  name(): string {
    if (!/[^"'>%#|?*+,()[\]]/.test(this.next)) throw this.next === "%" ? new XmlFault(XmlErrorCode.paramEntityRef, this.at) : syntax(this.at);
    const end = nameEnd(this.text, this.at, this.context.namespaces);
    const name = this.text.slice(this.at, end);
    this.at = end;
    return name;
  }

  literal(): string {
    if (this.next !== '"' && this.next !== "'") throw syntax(this.at);
    const end = literalEnd(this.text, this.at);
    const value = this.text.slice(this.at + 1, end - 1);
    this.at = end;
    return value;
  }

  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  need(expected: string): void {
    if (!this.take(expected)) throw syntax(this.at);
  }

  quantifier(): number {
    const found = QUANTIFIERS.indexOf(this.next);
    if (found <= 0) return 0;
    this.at++;
    return found;
  }

  /** SYSTEM "x" or PUBLIC "y" "x"; a notation may have a public identifier alone. */
  externalId(systemOptional: boolean): { publicId: string | null; systemId: string | null } | undefined {
    const start = this.at;
    if (this.take("SYSTEM")) {
      this.space();
      return { publicId: null, systemId: this.literal() };
    }
    if (!this.take("PUBLIC")) return undefined;
    this.space();
    const at = this.at;
    const id = publicId(this.literal());
    if (id === undefined) throw new XmlFault(XmlErrorCode.publicId, at);
    const end = this.at;
    this.space(false);
    if (this.next !== '"' && this.next !== "'") {
      if (systemOptional) return { publicId: id, systemId: null };
      throw syntax(this.at);
    }
    if (this.at === end) throw invalid(start);
    return { publicId: id, systemId: this.literal() };
  }

  group(): ContentModel {
    this.space(false);
    if (this.take("#PCDATA")) {
      const names: ContentModel[] = [];
      for (;;) {
        this.space(false);
        if (this.take(")")) break;
        this.need("|");
        this.space(false);
        names.push([4, 0, this.name(), []]);
      }
      const many = this.take("*");
      if (names.length > 0 && !many) throw syntax(this.at);
      return [3, many ? 2 : 0, null, names];
    }
    return this.choiceOrSequence();
  }

  private choiceOrSequence(): ContentModel {
    const children: ContentModel[] = [];
    let separator = "";
    for (;;) {
      this.space(false);
      if (this.take("(")) children.push(this.choiceOrSequence());
      else {
        const name = this.name();
        children.push([4, this.quantifier(), name, []]);
      }
      this.space(false);
      if (this.take(")")) break;
      const found = this.next;
      if ((found !== "," && found !== "|") || (separator !== "" && found !== separator)) throw syntax(this.at);
      separator = found;
      this.at++;
    }
    return [separator === "|" ? 5 : 6, this.quantifier(), null, children];
  }
}

/** The value of an entity: references to characters are replaced, those to entities stay. */
function entityValue(context: DtdContext, raw: string, at: number): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < raw.length; ) {
    const c = raw[i]!;
    if (c === "%") {
      if (context.internal) throw new XmlFault(XmlErrorCode.paramEntityRef, at + i);
      const end = nameEnd(raw, i + 1, false);
      const value = context.dtd.parameters.get(raw.slice(i + 1, end))?.value;
      if (raw[end] !== ";") throw invalid(at + end);
      if (value === undefined) context.dtd.incomplete = true;
      out += normalNewlines(raw.slice(from, i)) + (value === undefined ? "" : entityValue(context, value, at));
      i = from = end + 1;
    } else if (c === "&") {
      const end = referenceEnd(`${raw} `, i);
      if (raw[i + 1] === "#") {
        const character = referredCharacter(raw, i, end);
        if (character === undefined) throw new XmlFault(XmlErrorCode.badCharRef, at + i);
        out += normalNewlines(raw.slice(from, i)) + character;
        from = end;
      }
      i = end;
    } else i++;
  }
  return out + normalNewlines(raw.slice(from));
}

function entityDeclaration(context: DtdContext, r: Reader): boolean {
  const { dtd, events, base } = context;
  r.space();
  const parameter = r.take("%");
  if (parameter) r.space();
  const name = r.name();
  r.space();
  let value: string | undefined;
  let external: { publicId: string | null; systemId: string | null } | undefined;
  let notation: string | null = null;
  if (r.next === '"' || r.next === "'") {
    context.happens(r.at);
    const at = r.at + 1;
    value = entityValue(context, r.literal(), at);
  } else {
    external = r.externalId(false);
    if (external === undefined) throw syntax(r.at);
    const end = r.at;
    r.space(false);
    if (!parameter && r.at > end && r.take("NDATA")) {
      r.space();
      context.happens(r.at);
      notation = r.name();
    }
  }
  r.space(false);
  if (value === undefined && notation === null) context.happens(r.at);
  r.need(">");
  const table = parameter ? dtd.parameters : dtd.entities;
  if (!dtd.keepProcessing || table.has(name)) return false;
  table.set(name, { name, value, base, systemId: external?.systemId ?? null, publicId: external?.publicId ?? null, notation, open: false });
  if (notation !== null && events.wants(XML.unparsedEntityDecl)) {
    events.send(XML.unparsedEntityDecl, name, base, external!.systemId, external!.publicId, notation);
    return true;
  }
  if (!events.wants(XML.entityDecl)) return false;
  events.send(XML.entityDecl, name, parameter ? 1 : 0, value ?? null, base, external?.systemId ?? null, external?.publicId ?? null, notation);
  return true;
}

const TYPES = ["CDATA", "IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"];

function attributeType(r: Reader): string {
  for (const type of TYPES) if (r.take(type)) return type;
  const notation = r.take("NOTATION");
  if (notation) r.space();
  r.need("(");
  const names: string[] = [];
  do {
    r.space(false);
    const end = nameTokenEnd(r.text, r.at);
    if (end === r.at) throw syntax(r.at);
    names.push(r.text.slice(r.at, end));
    r.at = end;
    r.space(false);
  } while (r.take("|"));
  r.need(")");
  return `${notation ? "NOTATION" : ""}(${names.join("|")})`;
}

function attlistDeclaration(context: DtdContext, r: Reader): boolean {
  const { dtd, events } = context;
  r.space();
  const element = r.name();
  let told = false;
  for (;;) {
    const before = r.at;
    r.space(false);
    if (r.take(">")) return told;
    if (r.at === before) throw invalid(r.at);
    const name = r.name();
    r.space();
    const type = attributeType(r);
    r.space();
    let required = 0;
    let fallback: string | undefined;
    context.happens(r.at);
    if (r.take("#REQUIRED")) required = 1;
    else if (!r.take("#IMPLIED")) {
      if (r.take("#FIXED")) {
        required = 1;
        r.space();
      }
      context.happens(r.at);
      const at = r.at + 1;
      const raw = r.literal();
      if (raw.includes("<")) throw invalid(at + raw.indexOf("<"));
      fallback = context.attributeValue(raw, at, type === "CDATA");
    }
    if (!dtd.keepProcessing) continue;
    let declared = dtd.attributes.get(element);
    if (declared === undefined) dtd.attributes.set(element, (declared = []));
    if (!declared.some((attribute) => attribute.name === name)) declared.push({ name, cdata: type === "CDATA", fallback });
    if (events.wants(XML.attlistDecl)) {
      events.send(XML.attlistDecl, element, name, type, fallback ?? null, required);
      told = true;
    }
  }
}

function elementDeclaration(context: DtdContext, r: Reader): boolean {
  r.space();
  const name = r.name();
  r.space();
  let model: ContentModel;
  context.happens(r.at);
  if (r.take("EMPTY")) model = [1, 0, null, []];
  else if (r.take("ANY")) model = [2, 0, null, []];
  else {
    r.need("(");
    model = r.group();
    context.happens(r.at - (/[?*+]/.test(r.text[r.at - 1]!) ? 2 : 1));
  }
  r.space(false);
  r.need(">");
  if (!context.events.wants(XML.elementDecl)) return false;
  context.events.send(XML.elementDecl, name, model);
  return true;
}

function notationDeclaration(context: DtdContext, r: Reader): boolean {
  r.space();
  const name = r.name();
  r.space();
  const external = r.externalId(true);
  if (external === undefined) throw syntax(r.at);
  if (external.systemId !== null) context.happens(r.at - external.systemId.length - 2);
  r.space(false);
  if (external.systemId === null) context.happens(r.at);
  r.need(">");
  if (!context.events.wants(XML.notationDecl)) return false;
  context.events.send(XML.notationDecl, name, context.base, external.systemId, external.publicId);
  return true;
}

/** Reads the declaration ("<!ENTITY ...>" and so on) at `at`, of which all is there. Answers whether someone was told. */
export function readDeclaration(context: DtdContext, text: string, at: number): boolean {
  const r = new Reader(context, text, at);
  if (r.take("<!ENTITY")) return entityDeclaration(context, r);
  if (r.take("<!ATTLIST")) return attlistDeclaration(context, r);
  if (r.take("<!ELEMENT")) return elementDeclaration(context, r);
  if (r.take("<!NOTATION")) return notationDeclaration(context, r);
  throw syntax(at);
}

/** SYSTEM or PUBLIC at `at` of the text; undefined when there is neither. The answer has the place after it. */
export function readExternalId(context: DtdContext, text: string, at: number): { publicId: string | null; systemId: string | null; end: number } | undefined {
  const r = new Reader(context, text, at);
  const found = r.externalId(false);
  return found === undefined ? undefined : { ...found, end: r.at };
}

/** The pieces in which expat's prolog hands a declaration to the default handler. */
export const declarationPieces = (raw: string): string[] => raw.match(/<![A-Z]+|<!\[|[\t\n\r ]+|"[^"]*"|'[^']*'|[^\t\n\r "'<>[\]]+|[<>[\]]/g) ?? [];
