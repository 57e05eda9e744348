// Text that grows at its end: a JavaScript string until a piece has astral characters. See docs/modules.md.
import { type Text, textJoin } from "../../base/text.ts";

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

  finish(): Text {
    if (this.parts.length === 0) return this.tail;
    this.parts.push(this.tail);
    return textJoin("", this.parts);
  }
}
