// The normal forms of text: decomposition, canonical order, composition. Mirrors nfd_nfkd and nfc_nfkc of CPython's
// Modules/unicodedata.c. See docs/base.md.
import { type Text, textFromPoints, textIsAscii, textPointsView, textEquals } from "./text.ts";
import { EXCLUDED } from "./ucd-tables.generated.ts";
import { allDecompositions, decompositionOf, ucdRow, uncorrected, unpackPoints } from "./ucd.ts";

export type NormalForm = "NFC" | "NFD" | "NFKC" | "NFKD";

const S_BASE = 0xac00;
const L_BASE = 0x1100;
const V_BASE = 0x1161;
const T_BASE = 0x11a7;
const L_COUNT = 19;
const V_COUNT = 21;
const T_COUNT = 28;
const S_COUNT = L_COUNT * V_COUNT * T_COUNT;

// A constant, made with the first composition: first code point -> second -> the composed one.
let pairs: Map<number, Map<number, number>> | undefined;

function compositionPairs(): Map<number, Map<number, number>> {
  const made = new Map<number, Map<number, number>>();
  const excluded = new Set(unpackPoints(EXCLUDED).map(([code]) => code));
  for (const [code, { tag, points }] of allDecompositions()) {
    if (tag !== "" || points.length !== 2 || excluded.has(code)) continue;
    let second = made.get(points[0]!);
    if (second === undefined) made.set(points[0]!, (second = new Map()));
    second.set(points[1]!, code);
  }
  return made;
}

/** The letters of a Hangul syllable, or undefined. */
export function hangulLetters(c: number): number[] | undefined {
  const s = c - S_BASE;
  if (s < 0 || s >= S_COUNT) return undefined;
  const letters = [L_BASE + Math.floor(s / (V_COUNT * T_COUNT)), V_BASE + Math.floor((s % (V_COUNT * T_COUNT)) / T_COUNT)];
  if (s % T_COUNT !== 0) letters.push(T_BASE + (s % T_COUNT));
  return letters;
}

function decompose(points: ArrayLike<number>, compatible: boolean, old: boolean): number[] {
  const out: number[] = [];
  const stack: number[] = [];
  for (let i = 0; i < points.length; i++) {
    stack.push(points[i]!);
    while (stack.length > 0) {
      const c = stack.pop()!;
      if (c < 128) {
        out.push(c);
        continue;
      }
      const letters = hangulLetters(c);
      if (letters !== undefined) {
        out.push(...letters);
        continue;
      }
      const before = old ? uncorrected(c) : undefined;
      if (before !== undefined) {
        stack.push(before);
        continue;
      }
      const found = decompositionOf(c, old);
      if (found === undefined || (found.tag !== "" && !compatible)) out.push(c);
      else for (let k = found.points.length - 1; k >= 0; k--) stack.push(found.points[k]!);
    }
  }
  order(out);
  return out;
}

const combiningClass = (c: number): number => (c < 0x300 ? 0 : ucdRow(c, false).combining);

/** Canonical order: marks between two starters by class, stably. */
function order(points: number[]): void {
  for (let i = 1; i < points.length; i++) {
    const own = combiningClass(points[i]!);
    if (own === 0) continue;
    let at = i;
    const c = points[i]!;
    while (at > 0 && combiningClass(points[at - 1]!) > own) {
      points[at] = points[at - 1]!;
      at--;
    }
    points[at] = c;
  }
}

function composedPair(first: number, second: number): number | undefined {
  if (first >= L_BASE && first < L_BASE + L_COUNT && second >= V_BASE && second < V_BASE + V_COUNT) {
    return S_BASE + ((first - L_BASE) * V_COUNT + (second - V_BASE)) * T_COUNT;
  }
  const s = first - S_BASE;
  if (s >= 0 && s < S_COUNT && s % T_COUNT === 0 && second > T_BASE && second < T_BASE + T_COUNT) return first + (second - T_BASE);
  pairs ??= compositionPairs();
  return pairs.get(first)?.get(second);
}

/** Canonical composition in place: each mark joins the last starter unless another one of its class or higher stands between. */
function compose(points: number[]): number[] {
  const out: number[] = [];
  let starter = -1;
  let lastClass = -1;
  for (const c of points) {
    const own = combiningClass(c);
    if (starter >= 0 && (lastClass < own || lastClass === -1)) {
      const joined = composedPair(out[starter]!, c);
      if (joined !== undefined) {
        out[starter] = joined;
        continue;
      }
    }
    if (own === 0) {
      starter = out.length;
      lastClass = -1;
    } else lastClass = own;
    out.push(c);
  }
  return out;
}

function maxPoint(text: Text): number {
  let max = 0;
  const points = textPointsView(text);
  for (let i = 0; i < points.length; i++) if (points[i]! > max) max = points[i]!;
  return max;
}

/** The text in a normal form; the same text when nothing changes. */
export function normalizeText(form: NormalForm, text: Text, old: boolean): Text {
  if (textIsAscii(text)) return text;
  // Latin-1 letters are composed already.
  if (form === "NFC" && maxPoint(text) < 0x300) return text;
  const decomposed = decompose(textPointsView(text), form.length === 4, old);
  const made = textFromPoints(form.endsWith("C") ? compose(decomposed) : decomposed);
  return textEquals(made, text) ? text : made;
}
