// An XML 1.0 parser that is fed pieces and tells events as expat does: the same events, the same chunks, the same errors at the same places. Mirrors
// Modules/expat/xmlparse.c and xmltok.c; entities that are read from elsewhere are parsed by child parsers. See docs/base.md.
import { content } from "./content.ts";
import { declaredEncoding, decoderFor, sniff, type XmlDecoder } from "./decode.ts";
import { declarations, subsetToken } from "./doctype.ts";
import { XmlErrorCode, type XmlEvents, XmlFault, XmlPartial } from "./events.ts";
import { declaration, documentStart, outsideToken } from "./prolog.ts";
import { NOBODY, ParserState } from "./state.ts";
export type { XmlParserOptions } from "./state.ts";

export class XmlParser extends ParserState {
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
    if (this.finished) return (this.error = this.failed === 0 ? XmlErrorCode.finished : this.failed);
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
      this.failed = fault.code;
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
      if (this.input.text.startsWith("<?xml")) declaration(this, this.input);
      if (fault instanceof XmlFault) throw known;
      throw fault;
    }
  }

  private encodingFault(head: string, code: number): XmlFault {
    this.input.text = head;
    const at = /encoding[\t\n\r ]*=[\t\n\r ]*["']/.exec(head);
    return new XmlFault(code, at === null || this.forced !== null ? 0 : at.index + at[0].length);
  }

  // The document.
  private run(): void {
    const { input } = this;
    try {
      if (this.phase === "start") documentStart(this, input);
      if (this.external === "dtd") declarations(this, input);
      else if (this.external === "content") content(this, input);
      else {
        while (input.pos < input.text.length) {
          this.begin(input);
          const { pos, phase } = { pos: input.pos, phase: this.phase };
          if (phase === "subset" || phase === "afterSubset") subsetToken(this, input);
          else if (phase === "content") content(this, input);
          else outsideToken(this, input);
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
}
