// Text that grows at its end: a JavaScript string until a piece has astral characters. See docs/base.md.
import { type Text, textFromPoint, textJoin } from "./text.ts";

export class TextWriter {
  private readonly parts: Text[] = [];
  private tail = "";

  write(piece: Text): void {
    if (typeof piece === "string") this.tail += piece;
    else {
      this.parts.push(this.tail, piece);
      this.tail = "";
    }
  }

  /** One character. */
  writePoint(point: number): void {
    if (point <= 0xffff) this.tail += String.fromCharCode(point);
    else this.write(textFromPoint(point));
  }

  finish(): Text {
    if (this.parts.length === 0) return this.tail;
    this.parts.push(this.tail);
    return textJoin("", this.parts);
  }
}
