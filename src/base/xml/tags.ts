// Start and end tags: attributes with their defaults, and the names of namespaces. Mirrors storeAtts and addBinding of Modules/expat/xmlparse.c. See
// docs/base.md.
import { attributeValue } from "./entities.ts";
import { XML, type XmlAttribute, XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";
import { invalid, nameEnd, skipSpace, splitName, valueEnd } from "./scan.ts";
import { type Element, type Input, type ParserState, XML_URI } from "./state.ts";

const XMLNS_URI = "http://www.w3.org/2000/xmlns/";

export function startTag(p: ParserState, input: Input): void {
  const { text, pos } = input;
  const namespaces = p.separator !== undefined;
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
  const declared = p.dtd.attributes.get(raw);
  const seen = new Set<string>();
  const attributes: XmlAttribute[] = [];
  for (const { name, at: place, from, to } of written) {
    if (seen.has(name)) throw new XmlFault(XmlErrorCode.duplicateAttribute, own ? place : undefined);
    seen.add(name);
    const cdata = declared?.find((attribute) => attribute.name === name)?.cdata ?? true;
    attributes.push({ name, value: attributeValue(p, text.slice(from, to), from, cdata, own), given: true });
  }
  for (const { name, fallback } of declared ?? []) {
    if (fallback !== undefined && !seen.has(name)) attributes.push({ name, value: fallback, given: false });
  }
  const source = text.slice(pos, at);
  let element: Element;
  let told = attributes;
  if (namespaces) ({ element, told } = expand(p, raw, attributes, empty));
  else element = { raw, name: raw, bindings: [] };
  if (p.events.wants(XML.startElement)) p.events.send(XML.startElement, element.name, told);
  else p.toDefault(source);
  if (empty && own) p.eventPos = p.dropped + at;
  if (!empty) p.elements.push(element);
  else if (p.events.wants(XML.endElement)) endElement(p, element, "");
  else endElement(p, element, p.events.wants(XML.startElement) ? source : "");
}

export function endTag(p: ParserState, input: Input, floor: number): void {
  const { text, pos } = input;
  const end = nameEnd(text, pos + 2, p.separator !== undefined);
  const close = skipSpace(text, end);
  if (close >= text.length) throw new XmlPartial();
  if (text[close] !== ">") throw invalid(close);
  if (p.elements.length === floor && (input.entity !== undefined || p.external !== undefined)) throw new XmlFault(XmlErrorCode.asyncEntity);
  const element = p.elements[p.elements.length - 1]!;
  if (element.raw !== text.slice(pos + 2, end)) throw new XmlFault(XmlErrorCode.tagMismatch, input.entity === undefined ? pos + 2 : undefined);
  input.pos = close + 1;
  p.elements.pop();
  endElement(p, element, text.slice(pos, close + 1));
}

function endElement(p: ParserState, element: Element, raw: string): void {
  if (p.events.wants(XML.endElement)) p.events.send(XML.endElement, element.name);
  else p.toDefault(raw);
  unbind(p, element.bindings);
}

function unbind(p: ParserState, bindings: Element["bindings"]): void {
  for (const [prefix, before] of bindings.toReversed()) {
    if (p.events.wants(XML.endNamespaceDecl)) p.events.send(XML.endNamespaceDecl, prefix === "" ? null : prefix);
    if (before === undefined) p.uris.delete(prefix);
    else p.uris.set(prefix, before);
  }
}

function bind(p: ParserState, prefix: string, uri: string, bindings: [string, string | undefined][]): void {
  if (prefix === "xmlns") throw new XmlFault(XmlErrorCode.reservedXmlns);
  if (prefix !== "" && uri === "") throw new XmlFault(XmlErrorCode.undeclaringPrefix);
  if ((prefix === "xml") !== (uri === XML_URI)) throw new XmlFault(prefix === "xml" ? XmlErrorCode.reservedXml : XmlErrorCode.reservedUri);
  if (uri === XMLNS_URI) throw new XmlFault(XmlErrorCode.reservedUri);
  if (p.separator !== "" && uri.includes(p.separator!) && !/^[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;%=]$/.test(p.separator!)) throw new XmlFault(XmlErrorCode.syntax);
  bindings.push([prefix, p.uris.get(prefix)]);
  if (uri === "") p.uris.delete(prefix);
  else p.uris.set(prefix, uri);
  if (p.events.wants(XML.startNamespaceDecl)) p.events.send(XML.startNamespaceDecl, prefix === "" ? null : prefix, uri === "" ? null : uri);
}

function expandName(p: ParserState, name: string, element: boolean): string {
  const [prefix, local] = splitName(name);
  if (prefix === "" && !element) return name;
  const uri = p.uris.get(prefix);
  if (uri === undefined) {
    if (prefix !== "") throw new XmlFault(XmlErrorCode.unboundPrefix);
    return name;
  }
  const tail = p.triplets && prefix !== "" ? p.separator! + prefix : "";
  return uri + p.separator! + local + tail;
}

function expand(p: ParserState, raw: string, attributes: readonly XmlAttribute[], empty: boolean): { element: Element; told: XmlAttribute[] } {
  const bindings: [string, string | undefined][] = [];
  try {
    return expandAll(p, raw, attributes, bindings);
  } catch (fault) {
    // The bindings of an empty element end even when it is wrong.
    if (fault instanceof XmlFault && empty) unbind(p, bindings);
    throw fault;
  }
}

function expandAll(p: ParserState, raw: string, attributes: readonly XmlAttribute[], bindings: [string, string | undefined][]): { element: Element; told: XmlAttribute[] } {
  const rest: XmlAttribute[] = [];
  for (const attribute of attributes) {
    const [prefix, local] = splitName(attribute.name);
    if (attribute.name === "xmlns") bind(p, "", attribute.value, bindings);
    else if (prefix === "xmlns") bind(p, local, attribute.value, bindings);
    else rest.push(attribute);
  }
  const seen = new Set<string>();
  const told = rest.map(({ name, value, given }) => {
    const expanded = expandName(p, name, false);
    if (expanded !== name && seen.has(expanded)) throw new XmlFault(XmlErrorCode.duplicateAttribute);
    seen.add(expanded);
    return { name: expanded, value, given };
  });
  return { element: { raw, name: expandName(p, raw, true), bindings }, told };
}
