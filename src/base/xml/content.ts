// Inside the root element: text, CDATA sections, references, markup. Mirrors doContent and doCdataSection of Modules/expat/xmlparse.c. See docs/base.md.
import { amplify } from "./entities.ts";
import { XML, XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";
import { comment, instruction } from "./instructions.ts";
import { checkCharacters, invalid, referenceEnd, referredCharacter } from "./scan.ts";
import { type Input, type ParserState, PREDEFINED } from "./state.ts";
import { endTag, startTag } from "./tags.ts";

// oxlint-disable-next-line no-control-regex
const TEXT = new RegExp("[^<&\\n\\r\\]\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]+", "y");
/** Text is told in pieces of at most so many bytes. */
const PIECE = 1024;

export function content(p: ParserState, input: Input): void {
  const floor = input.entity === undefined && p.external === undefined ? 0 : p.elements.length;
  for (;;) {
    p.begin(input);
    const { text, pos } = input;
    const c = text[pos];
    if (c === undefined) {
      if (!input.final) return;
      if (floor !== p.elements.length && (input.entity !== undefined || p.external !== undefined)) throw new XmlFault(XmlErrorCode.asyncEntity);
      if (p.inCdata) throw new XmlFault(XmlErrorCode.unclosedCdata);
      return;
    }
    if (p.inCdata) cdata(p, input);
    else if (c === "<") {
      markup(p, input, floor);
      if (p.elements.length === 0 && floor === 0 && p.external === undefined && input.entity === undefined) {
        p.phase = "epilog";
        return;
      }
    } else if (c === "&") reference(p, input);
    else characters(p, input);
  }
}

function characters(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const c = text[pos]!;
  if (c === "\n" || c === "\r") {
    if (c === "\r" && pos + 1 >= text.length && !input.final) throw new XmlPartial();
    input.pos = c === "\r" && text[pos + 1] === "\n" ? pos + 2 : pos + 1;
    p.tell(XML.characterData, text.slice(pos, input.pos), "\n");
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
  tellText(p, text.slice(pos, end));
}

/** Text of encodings other than UTF-8 comes in pieces that fit into a small buffer. */
function tellText(p: ParserState, text: string): void {
  if (p.decoder?.encoding === "utf-8" || text.length * 3 <= PIECE) {
    p.tell(XML.characterData, text, text);
    return;
  }
  let piece = "";
  let size = 0;
  for (const c of text) {
    const more = c < "\x80" ? 1 : c < "\u0800" ? 2 : c.length === 2 ? 4 : 3;
    if (size + more > PIECE) {
      p.tell(XML.characterData, piece, piece);
      piece = "";
      size = 0;
    }
    piece += c;
    size += more;
  }
  if (piece !== "") p.tell(XML.characterData, piece, piece);
}

function cdata(p: ParserState, input: Input): void {
  const { text, pos } = input;
  if (text.startsWith("]]>", pos)) {
    input.pos = pos + 3;
    p.inCdata = false;
    p.tell(XML.endCdataSection, "]]>");
    return;
  }
  const c = text[pos]!;
  if (c === "\n" || c === "\r") return characters(p, input);
  if (c === "]" && text.length < pos + 3 && !input.final) throw new XmlPartial();
  // A bracket that closes nothing begins a piece of its own.
  let end = pos + 1;
  while (end < text.length && !/[\]\n\r]/.test(text[end]!)) end++;
  checkCharacters(text, pos, end);
  input.pos = end;
  tellText(p, text.slice(pos, end));
}

function markup(p: ParserState, input: Input, floor: number): void {
  const { text, pos } = input;
  const next = text[pos + 1];
  if (next === undefined) throw new XmlPartial();
  if (next === "/") return endTag(p, input, floor);
  if (next === "?") return instruction(p, input);
  if (next !== "!") return startTag(p, input);
  if (text.startsWith("<!--", pos)) return comment(p, input);
  if (text.startsWith("<![CDATA[", pos)) {
    input.pos = pos + 9;
    p.inCdata = true;
    p.tell(XML.startCdataSection, "<![CDATA[");
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

function reference(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const end = referenceEnd(text, pos);
  const raw = text.slice(pos, end);
  if (raw[1] === "#") {
    const character = referredCharacter(text, pos, end);
    if (character === undefined) throw new XmlFault(XmlErrorCode.badCharRef);
    input.pos = end;
    p.tell(XML.characterData, raw, character);
    return;
  }
  input.pos = end;
  const name = text.slice(pos + 1, end - 1);
  const predefined = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
  if (predefined !== undefined) {
    p.tell(XML.characterData, raw, predefined);
    return;
  }
  const { dtd } = p;
  const entity = dtd.entities.get(name);
  if (entity === undefined) {
    if (!dtd.incomplete || dtd.standalone) throw new XmlFault(XmlErrorCode.undefinedEntity);
    p.tell(XML.skippedEntity, raw, name, 0);
    return;
  }
  if (entity.open || p.openEntities.includes(entity)) throw new XmlFault(XmlErrorCode.recursiveEntity);
  if (entity.notation !== null) throw new XmlFault(XmlErrorCode.binaryEntity);
  if (entity.value !== undefined) {
    if (!p.events.wants(XML.defaultExpand) && p.events.wants(XML.default)) {
      p.tell(XML.skippedEntity, raw, name, 0);
      return;
    }
    amplify(p, entity.value.length);
    entity.open = true;
    try {
      content(p, { text: entity.value, pos: 0, final: true, entity });
    } catch (stop) {
      throw stop instanceof XmlPartial ? new XmlFault(XmlErrorCode.unclosedToken) : stop instanceof XmlFault ? new XmlFault(stop.code) : stop;
    } finally {
      entity.open = false;
    }
    return;
  }
  if (!p.events.wants(XML.externalEntityRef)) {
    p.toDefault(raw);
    return;
  }
  entity.open = true;
  const context = [...p.uris].map(([prefix, uri]) => `${prefix}=${uri}`);
  for (const open of dtd.entities.values()) if (open.open) context.push(open.name);
  const answer = p.events.send(XML.externalEntityRef, context.join("\f"), entity.base, entity.systemId, entity.publicId);
  entity.open = false;
  if (answer === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
}
