// What entities become in the values of attributes, and how much longer than the input they may make a document. See docs/base.md.
import { XmlErrorCode, XmlFault } from "./events.ts";
import { referenceEnd, referredCharacter } from "./scan.ts";
import { type ParserState, PREDEFINED } from "./state.ts";

export function amplify(p: ParserState, more: number): void {
  p.indirect += more;
  if (p.direct + p.indirect > p.amplificationFrom && (p.direct + p.indirect) / p.direct > p.maxAmplification) throw new XmlFault(XmlErrorCode.amplification);
}

/** The value of an attribute from what is between its quotes; `at` is where that stands, `own` in the document itself. */
export function attributeValue(p: ParserState, raw: string, at: number, cdata: boolean, own: boolean): string {
  let value = raw;
  if (/[&\t\n\r]/.test(raw)) value = expandValue(p, raw, own ? at : undefined);
  return cdata ? value : value.replace(/ +/g, " ").replace(/^ | $/g, "");
}

function expandValue(p: ParserState, raw: string, at: number | undefined): string {
  let out = "";
  for (let i = 0; i < raw.length; ) {
    const amp = raw.indexOf("&", i);
    const stop = amp < 0 ? raw.length : amp;
    out += raw.slice(i, stop).replace(/\r\n|[\t\n\r]/g, " ");
    if (amp < 0) break;
    const place = at === undefined ? undefined : at + amp;
    const end = referenceEnd(`${raw} `, amp);
    i = end;
    if (raw[amp + 1] === "#") {
      const character = referredCharacter(raw, amp, end);
      if (character === undefined) throw new XmlFault(XmlErrorCode.badCharRef, place);
      out += character;
      continue;
    }
    const name = raw.slice(amp + 1, end - 1);
    const predefined = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
    if (predefined !== undefined) {
      out += predefined;
      continue;
    }
    const entity = p.dtd.entities.get(name);
    if (entity === undefined) {
      if (!p.dtd.incomplete || p.dtd.standalone) throw new XmlFault(XmlErrorCode.undefinedEntity);
      continue;
    }
    if (entity.open) throw new XmlFault(XmlErrorCode.recursiveEntity, place);
    if (entity.notation !== null) throw new XmlFault(XmlErrorCode.binaryEntity, place);
    if (entity.value === undefined) throw new XmlFault(XmlErrorCode.attributeExternalEntity, place);
    if (entity.value.includes("<")) throw new XmlFault(XmlErrorCode.invalidToken, place);
    amplify(p, entity.value.length);
    entity.open = true;
    try {
      out += expandValue(p, entity.value, undefined);
    } finally {
      entity.open = false;
    }
  }
  return out;
}
