// <!DOCTYPE ...>: its head, the internal and external subsets, references to parameter entities. Mirrors doProlog of Modules/expat/xmlparse.c;
// single declarations are read in dtd.ts. See docs/base.md.
import { declarationPieces, readDeclaration, readExternalId } from "./dtd.ts";
import { amplify, attributeValue } from "./entities.ts";
import { XML, XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";
import { comment, instruction } from "./instructions.ts";
import { checkCharacters, invalid, nameEnd, skipSpace } from "./scan.ts";
import type { Input, ParserState } from "./state.ts";

function declarationContext(p: ParserState, internal: boolean, own = internal): Parameters<typeof readDeclaration>[0] {
  return {
    dtd: p.dtd,
    events: p.events,
    base: p.base,
    namespaces: p.separator !== undefined,
    internal,
    happens: (at) => {
      if (own) p.eventPos = p.dropped + at;
    },
    attributeValue: (raw, at, cdata) => attributeValue(p, raw, at, cdata, false),
  };
}

export function doctypeHead(p: ParserState, input: Input): void {
  const { text, pos } = input;
  if (p.hadDoctype) throw new XmlFault(XmlErrorCode.syntax);
  let at = pos + 9;
  if (at >= text.length) throw new XmlPartial();
  const nameAt = skipSpace(text, at);
  if (nameAt === at) throw invalid(at);
  if (text[nameAt] === ">") throw new XmlFault(XmlErrorCode.syntax, nameAt);
  at = nameEnd(text, nameAt, p.separator !== undefined);
  const name = text.slice(nameAt, at);
  let after = skipSpace(text, at);
  if (after >= text.length) throw new XmlPartial();
  let systemId: string | null = null;
  let publicId: string | null = null;
  if (text[after] !== "[" && text[after] !== ">") {
    if (after === at) throw invalid(at);
    // Every part is followed by something, or the end of the input is too near to tell.
    if (!/[>[]/.test(text.slice(after).replace(/"[^"]*"|'[^']*'/g, ""))) throw new XmlPartial();
    const external = readExternalId(declarationContext(p, true), text, after);
    if (external === undefined) throw new XmlFault(XmlErrorCode.syntax, after);
    ({ systemId, publicId } = external);
    after = skipSpace(text, external.end);
    if (text[after] !== "[" && text[after] !== ">") throw new XmlFault(XmlErrorCode.syntax, after);
  }
  p.hadDoctype = true;
  const subset = text[after] === "[";
  const told = p.events.wants(XML.startDoctypeDecl);
  p.doctype = { name, systemId, publicId, subset, told };
  if (systemId !== null) {
    p.dtd.incomplete = true;
    if (p.paramEntityParsing === 0) askStandalone(p);
  }
  input.pos = after + 1;
  if (told) {
    p.eventPos = p.dropped + after;
    p.events.send(XML.startDoctypeDecl, name, systemId, publicId, subset ? 1 : 0);
  } else for (const piece of declarationPieces(text.slice(pos, subset ? after + 1 : after))) p.toDefault(piece);
  if (subset) p.phase = "subset";
  else {
    input.pos = after;
    p.phase = "afterSubset";
  }
}

/** One token of the internal subset, or what closes the declaration. */
export function subsetToken(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const c = text[pos]!;
  if (/[\t\n\r ]/.test(c)) {
    input.pos = skipSpace(text, pos);
    p.toDefault(text.slice(pos, input.pos));
    return;
  }
  if (p.phase === "afterSubset") {
    if (c !== ">") throw new XmlFault(XmlErrorCode.syntax);
    input.pos++;
    endDoctype(p);
    return;
  }
  if (c === "]") {
    input.pos++;
    if (!p.doctype!.told) p.toDefault("]");
    p.phase = "afterSubset";
    return;
  }
  declarationToken(p, input, true);
}

/** A declaration, an instruction, a comment or a reference to a parameter entity. */
function declarationToken(p: ParserState, input: Input, internal: boolean): void {
  const { text, pos } = input;
  const c = text[pos]!;
  if (c === "%") {
    const end = nameEnd(text, pos + 1, p.separator !== undefined);
    if (text[end] !== ";") throw invalid(end);
    input.pos = end + 1;
    parameterReference(p, text.slice(pos + 1, end), text.slice(pos, end + 1));
    return;
  }
  if (c !== "<") {
    checkCharacters(text, pos, pos + 1);
    throw /[&;=/!?@$^`{}~.\-\\0-9]/.test(c) ? invalid(pos) : new XmlFault(XmlErrorCode.syntax);
  }
  const next = text[pos + 1];
  if (next === undefined || (next === "!" && text[pos + 2] === undefined)) throw new XmlPartial();
  if (next === "?") return instruction(p, input);
  if (text.startsWith("<!--", pos)) return comment(p, input);
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
  const told = readDeclaration(declarationContext(p, internal, input.entity === undefined), text, pos);
  if (!told) for (const piece of declarationPieces(text.slice(pos, end + 1))) p.toDefault(piece);
}

function parameterReference(p: ParserState, name: string, raw: string): void {
  const { dtd } = p;
  dtd.incomplete = true;
  askStandalone(p);
  if (p.paramEntityParsing === 0) {
    dtd.keepProcessing = dtd.standalone;
    p.toDefault(raw);
    return;
  }
  const entity = dtd.parameters.get(name);
  if (entity === undefined) {
    dtd.keepProcessing = dtd.standalone;
    p.tell(XML.skippedEntity, raw, name, 1);
    return;
  }
  if (entity.open) throw new XmlFault(XmlErrorCode.recursiveEntity);
  if (entity.value !== undefined) {
    entity.open = true;
    amplify(p, entity.value.length);
    const input: Input = { text: entity.value, pos: 0, final: true, entity };
    declarations(p, input);
    entity.open = false;
  } else if (p.events.wants(XML.externalEntityRef)) {
    entity.open = true;
    if (p.events.send(XML.externalEntityRef, null, entity.base, entity.systemId, entity.publicId) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
    entity.open = false;
  } else {
    dtd.keepProcessing = dtd.standalone;
    p.toDefault(raw);
  }
}

export function declarations(p: ParserState, input: Input): void {
  while (input.pos < input.text.length) {
    p.begin(input);
    const { text, pos } = input;
    const after = skipSpace(text, pos);
    if (after > pos) {
      input.pos = after;
      p.toDefault(text.slice(pos, after));
    } else declarationToken(p, input, false);
  }
}

/** The external subset is asked for when the declaration ends. */
function endDoctype(p: ParserState): void {
  const { systemId, publicId, told } = p.doctype!;
  p.phase = "prolog";
  if ((systemId !== null || p.foreignDtd) && p.paramEntityParsing !== 0 && p.events.wants(XML.externalEntityRef)) {
    if (p.events.send(XML.externalEntityRef, null, p.base, systemId, publicId) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
  }
  if (systemId !== null && p.paramEntityParsing !== 0) askStandalone(p);
  p.doctype = undefined;
  if (p.events.wants(XML.endDoctypeDecl)) p.events.send(XML.endDoctypeDecl);
  else if (!told) p.toDefault(">");
}

export function readForeign(p: ParserState): void {
  p.hadDoctype = true;
  p.dtd.incomplete = true;
  if (p.paramEntityParsing === 0 || !p.events.wants(XML.externalEntityRef)) return;
  if (p.events.send(XML.externalEntityRef, null, p.base, null, null) === 0) throw new XmlFault(XmlErrorCode.externalEntityHandling);
  askStandalone(p);
}

function askStandalone(p: ParserState): void {
  if (!p.dtd.standalone && p.events.wants(XML.notStandalone) && p.events.send(XML.notStandalone) === 0) throw new XmlFault(XmlErrorCode.notStandalone);
}
