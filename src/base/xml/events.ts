// What an XML parser tells its user: kinds of events, errors by expat's numbers, and the messages of them. Mirrors Modules/expat/expat.h. See docs/base.md.

/** Kinds of events; what comes with each is written in XmlEvents. */
export const XML = {
  startElement: 0,
  endElement: 1,
  processingInstruction: 2,
  characterData: 3,
  unparsedEntityDecl: 4,
  notationDecl: 5,
  startNamespaceDecl: 6,
  endNamespaceDecl: 7,
  comment: 8,
  startCdataSection: 9,
  endCdataSection: 10,
  default: 11,
  defaultExpand: 12,
  notStandalone: 13,
  externalEntityRef: 14,
  startDoctypeDecl: 15,
  endDoctypeDecl: 16,
  entityDecl: 17,
  xmlDecl: 18,
  elementDecl: 19,
  attlistDecl: 20,
  skippedEntity: 21,
} as const;

export type XmlEvent = (typeof XML)[keyof typeof XML];

/** A content model: type, quantifier, name and children, as expat gives them. */
export type ContentModel = readonly [type: number, quantifier: number, name: string | null, children: readonly ContentModel[]];

/** An attribute's name and value; `given` is false for those that the DTD adds. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly given: boolean;
}

/** The user of a parser. Arguments of `send` are strings, numbers, null, attributes or a content model. */
export interface XmlEvents {
  wants(kind: XmlEvent): boolean;
  /** The answer counts for notStandalone and externalEntityRef only. */
  send(kind: XmlEvent, ...args: unknown[]): number;
  /** The characters of an encoding that the parser does not know, by byte; undefined when there is none. */
  encoding(name: string): readonly string[] | undefined;
}

export const XmlErrorCode = {
  syntax: 2,
  noElements: 3,
  invalidToken: 4,
  unclosedToken: 5,
  partialChar: 6,
  tagMismatch: 7,
  duplicateAttribute: 8,
  junkAfterDocument: 9,
  paramEntityRef: 10,
  undefinedEntity: 11,
  recursiveEntity: 12,
  asyncEntity: 13,
  badCharRef: 14,
  binaryEntity: 15,
  attributeExternalEntity: 16,
  misplacedXmlDecl: 17,
  unknownEncoding: 18,
  incorrectEncoding: 19,
  unclosedCdata: 20,
  externalEntityHandling: 21,
  notStandalone: 22,
  cannotChangeFeature: 26,
  unboundPrefix: 27,
  undeclaringPrefix: 28,
  xmlDecl: 30,
  publicId: 32,
  finished: 36,
  reservedXml: 38,
  reservedXmlns: 39,
  reservedUri: 40,
  amplification: 43,
} as const;

/** The names of errors 1, 2, 3, ... in pyexpat.errors, with their messages. */
export const XML_ERRORS: readonly (readonly [name: string, message: string])[] = [
  ["NO_MEMORY", "out of memory"],
  ["SYNTAX", "syntax error"],
  ["NO_ELEMENTS", "no element found"],
  ["INVALID_TOKEN", "not well-formed (invalid token)"],
  ["UNCLOSED_TOKEN", "unclosed token"],
  ["PARTIAL_CHAR", "partial character"],
  ["TAG_MISMATCH", "mismatched tag"],
  ["DUPLICATE_ATTRIBUTE", "duplicate attribute"],
  ["JUNK_AFTER_DOC_ELEMENT", "junk after document element"],
  ["PARAM_ENTITY_REF", "illegal parameter entity reference"],
  ["UNDEFINED_ENTITY", "undefined entity"],
  ["RECURSIVE_ENTITY_REF", "recursive entity reference"],
  ["ASYNC_ENTITY", "asynchronous entity"],
  ["BAD_CHAR_REF", "reference to invalid character number"],
  ["BINARY_ENTITY_REF", "reference to binary entity"],
  ["ATTRIBUTE_EXTERNAL_ENTITY_REF", "reference to external entity in attribute"],
  ["MISPLACED_XML_PI", "XML or text declaration not at start of entity"],
  ["UNKNOWN_ENCODING", "unknown encoding"],
  ["INCORRECT_ENCODING", "encoding specified in XML declaration is incorrect"],
  ["UNCLOSED_CDATA_SECTION", "unclosed CDATA section"],
  ["EXTERNAL_ENTITY_HANDLING", "error in processing external entity reference"],
  ["NOT_STANDALONE", "document is not standalone"],
  ["UNEXPECTED_STATE", "unexpected parser state - please send a bug report"],
  ["ENTITY_DECLARED_IN_PE", "entity declared in parameter entity"],
  ["FEATURE_REQUIRES_XML_DTD", "requested feature requires XML_DTD support in Expat"],
  ["CANT_CHANGE_FEATURE_ONCE_PARSING", "cannot change setting once parsing has begun"],
  ["UNBOUND_PREFIX", "unbound prefix"],
  ["UNDECLARING_PREFIX", "must not undeclare prefix"],
  ["INCOMPLETE_PE", "incomplete markup in parameter entity"],
  ["XML_DECL", "XML declaration not well-formed"],
  ["TEXT_DECL", "text declaration not well-formed"],
  ["PUBLICID", "illegal character(s) in public id"],
  ["SUSPENDED", "parser suspended"],
  ["NOT_SUSPENDED", "parser not suspended"],
  ["ABORTED", "parsing aborted"],
  ["FINISHED", "parsing finished"],
  ["SUSPEND_PE", "cannot suspend in external parameter entity"],
  ["RESERVED_PREFIX_XML", "reserved prefix (xml) must not be undeclared or bound to another namespace name"],
  ["RESERVED_PREFIX_XMLNS", "reserved prefix (xmlns) must not be declared or undeclared"],
  ["RESERVED_NAMESPACE_URI", "prefix must not be bound to one of the reserved namespace names"],
  ["INVALID_ARGUMENT", "invalid argument"],
  ["NO_BUFFER", "a successful prior call to function XML_GetBuffer is required"],
  ["AMPLIFICATION_LIMIT_BREACH", "limit on input amplification factor (from DTD and entities) breached"],
  ["NOT_STARTED", "parser not started"],
];

/** Thrown inside a parser: an error's number and where it was found (undefined: where the event began). */
export class XmlFault {
  readonly code: number;
  readonly at: number | undefined;

  constructor(code: number, at?: number) {
    this.code = code;
    this.at = at;
  }
}

/** Thrown when more input is needed to see a token's end. */
export class XmlPartial {}
