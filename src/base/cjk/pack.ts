// How the tables of the multibyte codecs are packed into text: pairs of growing keys and values, most of which are near the last one.
// The text is made by tools/generate/cjk.ts. See docs/base.md.

/** Digits: from # to ~ without the backslash. */
const BASE = 91;
const ONE = 60;
const TWO = 23;
const THREE = 7;
const TWO_FROM = ONE;
const THREE_FROM = TWO_FROM + TWO * BASE;
const FOUR_FROM = THREE_FROM + THREE * BASE * BASE;

const digit = (n: number): string => String.fromCharCode(n + 35 < 92 ? n + 35 : n + 36);

/** A number in one to four digits; the first says how many follow. */
function packNumber(n: number): string {
  if (n < TWO_FROM) return digit(n);
  if (n < THREE_FROM) return digit(ONE + Math.floor((n - TWO_FROM) / BASE)) + digit((n - TWO_FROM) % BASE);
  const rest = n < FOUR_FROM ? n - THREE_FROM : n - FOUR_FROM;
  const low = digit(Math.floor(rest / BASE) % BASE) + digit(rest % BASE);
  if (n < FOUR_FROM) return digit(ONE + TWO + Math.floor(rest / (BASE * BASE))) + low;
  return digit(BASE - 1) + digit(Math.floor(rest / (BASE * BASE))) + low;
}

/** Packs pairs, sorted by key: for each block of consecutive keys its distance, its length and the values, as distances from what would follow. */
export function packPairs(pairs: readonly (readonly [key: number, value: number])[]): string {
  let text = "";
  let key = 0;
  let value = 0;
  for (let i = 0; i < pairs.length; ) {
    let end = i + 1;
    while (end < pairs.length && pairs[end]![0] === pairs[end - 1]![0] + 1) end++;
    text += packNumber(pairs[i]![0] - key) + packNumber(end - i);
    key = pairs[end - 1]![0] + 1;
    while (i < end) {
      let run = 0;
      while (i + run < end && pairs[i + run]![1] === value + run) run++;
      if (run > 0) {
        text += packNumber(0) + packNumber(run);
        value += run;
        i += run;
      } else {
        const distance = pairs[i]![1] - value;
        text += packNumber(distance < 0 ? -2 * distance : 2 * distance - 1);
        value = pairs[i]![1] + 1;
        i++;
      }
    }
  }
  return text;
}

/** Tells the pairs of a packed text in order. */
export function unpackPairs(text: string, tell: (key: number, value: number) => void): void {
  let at = 0;
  const next = (): number => {
    const c = text.charCodeAt(at++);
    return c < 92 ? c - 35 : c - 36;
  };
  const number = (): number => {
    const first = next();
    if (first < ONE) return first;
    if (first < ONE + TWO) return TWO_FROM + (first - ONE) * BASE + next();
    if (first < BASE - 1) return THREE_FROM + ((first - ONE - TWO) * BASE + next()) * BASE + next();
    return FOUR_FROM + (next() * BASE + next()) * BASE + next();
  };
  let key = 0;
  let value = 0;
  while (at < text.length) {
    key += number();
    for (let left = number(); left > 0; ) {
      const n = number();
      if (n > 0) {
        value += n % 2 === 0 ? -n / 2 : (n + 1) / 2;
        tell(key++, value++);
        left--;
        continue;
      }
      const run = number();
      for (let k = 0; k < run; k++) tell(key++, value++);
      left -= run;
    }
  }
}
