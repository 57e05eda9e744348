// Processing instructions and comments, which may stand nearly everywhere. See docs/base.md.
import { XML, XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";
import { checkCharacters, invalid, nameEnd, normalNewlines, skipSpace } from "./scan.ts";
import type { Input, ParserState } from "./state.ts";

export function instruction(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const end = nameEnd(text, pos + 2, p.separator !== undefined);
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
  p.tell(XML.processingInstruction, raw, target, normalNewlines(text.slice(skipSpace(text, end), close)));
}

export function comment(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const dashes = text.indexOf("--", pos + 4);
  checkCharacters(text, pos + 4, dashes < 0 ? text.length : dashes);
  if (dashes < 0 || dashes + 2 >= text.length) throw new XmlPartial();
  if (text[dashes + 2] !== ">") throw invalid(dashes + 2);
  input.pos = dashes + 3;
  p.tell(XML.comment, text.slice(pos, dashes + 3), normalNewlines(text.slice(pos + 4, dashes)));
}
