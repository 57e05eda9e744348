// What an XML parser knows between two pieces of its input: places, open elements and entities, settings; and how events are told. See docs/base.md.
import type { XmlDecoder } from "./decode.ts";
import { Dtd, type Entity } from "./dtd.ts";
import { XML, type XmlEvents } from "./events.ts";

export const XML_URI = "http://www.w3.org/XML/1998/namespace";
export const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** Entities may make the input this much longer, once it is so long. */
const AMPLIFICATION = 100;
const AMPLIFICATION_FROM = 8 << 20;

/** A text that is being parsed: the document, or what an entity stands for. */
export interface Input {
  text: string;
  pos: number;
  final: boolean;
  readonly entity: Entity | undefined;
}

export interface Element {
  /** As written, and as told. */
  readonly raw: string;
  readonly name: string;
  /** Prefixes that it binds, with what they were bound to. */
  readonly bindings: readonly (readonly [prefix: string, before: string | undefined])[];
}

export type Phase = "start" | "prolog" | "subset" | "afterSubset" | "content" | "epilog";

export interface XmlParserOptions {
  readonly encoding: string | null;
  /** Undefined: names are not expanded. */
  readonly separator: string | undefined;
}

/** For the time between two calls. */
export const NOBODY: XmlEvents = { wants: () => false, send: () => 1, encoding: () => undefined };

/** Where a parser stands: its input, what is open, whom it tells. */
export class ParserState {
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
  /** The error that ended it: told again by every further call. */
  failed = 0;
  started = false;
  forced: string | null;
  decoder: XmlDecoder | undefined;
  bytes = new Uint8Array();
  readonly input: Input = { text: "", pos: 0, final: false, entity: undefined };
  phase: Phase = "start";
  elements: Element[] = [];
  readonly uris = new Map<string, string>([["xml", XML_URI]]);
  doctype: { name: string; systemId: string | null; publicId: string | null; subset: boolean; told: boolean } | undefined;
  hadDoctype = false;
  /** The parser of an external entity: "content" or the declarations of a "dtd". */
  external: "content" | "dtd" | undefined;
  inCdata = false;
  unread = 0;
  direct = 0;
  indirect = 0;
  openEntities: Entity[] = [];
  // Where the event is; and a place before it whose line, column and byte are known.
  eventPos = -1;
  mark = { pos: 0, line: 1, column: 0, byte: 0 };
  dropped = 0;

  constructor(options: XmlParserOptions) {
    this.forced = options.encoding;
    this.separator = options.separator;
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

  place(): { line: number; column: number; byte: number } {
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

  /** Gives up the text that was read. */
  forget(): void {
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
  begin(input: Input): void {
    if (input.entity === undefined) this.eventPos = this.dropped + input.pos;
  }

  toDefault(raw: string): void {
    if (raw === "") return;
    if (this.events.wants(XML.defaultExpand)) this.events.send(XML.defaultExpand, raw);
    else if (this.events.wants(XML.default)) this.events.send(XML.default, raw);
  }

  tell(kind: Parameters<XmlEvents["wants"]>[0], raw: string, ...args: unknown[]): void {
    if (this.events.wants(kind)) this.events.send(kind, ...args);
    else this.toDefault(raw);
  }
}
