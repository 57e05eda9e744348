// Before and after the root element: the XML declaration and what may surround the document. Mirrors the prolog's and epilog's processors of
// Modules/expat/xmlparse.c. See docs/base.md.
import { doctypeHead, readForeign } from "./doctype.ts";
import { XML, XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";
import { comment, instruction } from "./instructions.ts";
import { checkCharacters, invalid, nameEnd, nameTokenEnd, skipSpace } from "./scan.ts";
import type { Input, ParserState } from "./state.ts";

export function documentStart(p: ParserState, input: Input): void {
  const { text } = input;
  if (text.length < 6 && "<?xml ".startsWith(text) && !input.final) throw new XmlPartial();
  p.begin(input);
  if (/^<\?xml[\t\n\r ]/.test(text)) declaration(p, input);
  p.phase = "prolog";
}

export function declaration(p: ParserState, input: Input): void {
  const end = input.text.indexOf("?>");
  if (end < 0) throw new XmlPartial();
  const raw = input.text.slice(0, end + 2);
  const value = `[\\t\\n\\r ]*=[\\t\\n\\r ]*(?:"([^"]*)"|'([^']*)')`;
  const found = new RegExp(`^<\\?xml(?:[\\t\\n\\r ]+version${value})?(?:[\\t\\n\\r ]+encoding${value})?(?:[\\t\\n\\r ]+standalone${value})?[\\t\\n\\r ]*\\?>$`).exec(raw);
  const [, v1, v2, e1, e2, s1, s2] = found ?? [];
  const version = v1 ?? v2;
  const encoding = e1 ?? e2;
  const standalone = s1 ?? s2;
  const text = p.external !== undefined;
  if (found === null || (text ? encoding === undefined || standalone !== undefined : version === undefined)) throw new XmlFault(text ? 31 : XmlErrorCode.xmlDecl, declarationFault(p, raw));
  if (encoding !== undefined && !/^[A-Za-z][-A-Za-z0-9._]*$/.test(encoding)) throw new XmlFault(XmlErrorCode.xmlDecl, raw.indexOf(encoding, raw.indexOf("encoding")));
  if (standalone !== undefined && standalone !== "yes" && standalone !== "no") throw new XmlFault(XmlErrorCode.xmlDecl, raw.indexOf(standalone, raw.indexOf("standalone")));
  if (standalone === "yes") {
    p.dtd.standalone = true;
    if (p.paramEntityParsing === 1) p.paramEntityParsing = 0;
  }
  input.pos = raw.length;
  p.tell(XML.xmlDecl, raw, version ?? null, encoding ?? null, standalone === undefined ? -1 : standalone === "yes" ? 1 : 0);
}

/** Where a declaration stops being right. */
function declarationFault(p: ParserState, raw: string): number {
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
export function outsideToken(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const c = text[pos]!;
  const epilog = p.phase === "epilog";
  if (/[\t\n\r ]/.test(c)) {
    const end = skipSpace(text, pos);
    input.pos = end;
    p.toDefault(text.slice(pos, end));
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
  if (next === "?") return instruction(p, input);
  if (next === "!") {
    if (text.startsWith("<!--", pos)) return comment(p, input);
    if ("<!--".startsWith(text.slice(pos, pos + 4)) && text.length < pos + 4) throw new XmlPartial();
    if (epilog) throw text[pos + 2] === "[" || /[A-Za-z]/.test(text[pos + 2]!) ? new XmlFault(XmlErrorCode.junkAfterDocument) : invalid(pos + 2);
    if (text.startsWith("<!DOCTYPE", pos)) return doctypeHead(p, input);
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
  if (p.foreignDtd && !p.hadDoctype) readForeign(p);
  p.phase = "content";
}
