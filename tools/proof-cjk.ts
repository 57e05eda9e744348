// `npm run proof:cjk -- PYTHON [RANDOM]`: compares the multibyte codecs with those of a CPython: every sequence of two bytes, those of three and four that
// some codecs know, random ones with errors, and every code point. Prints how many answers are equal.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ByteBuffer } from "../src/base/codecs.ts";
import { decodeMultibyte, DONE, multibyteCodec, type MultibyteCodec, multibyteCodecNames } from "../src/base/cjk/index.ts";
import { textFromPoints, textPoints } from "../src/base/text.ts";

/** Run by CPython: for a codec, one line with the answers to all questions. */
export const QUESTION = `
import random
def decoded(codec, data):
    try:
        return " ".join(format(ord(c), "x") for c in data.decode(codec))
    except UnicodeDecodeError as e:
        return f"{e.start}-{e.end}{e.reason[2]}"
def encoded(codec, text):
    try:
        return text.encode(codec).hex()
    except UnicodeEncodeError as e:
        return f"{e.start}-{e.end}{e.reason[2]}"
PIECES = [bytes([i]) for i in range(128, 256)] + [b"~{", b"~}", b"~~", b"~", b"\\n", b"\\x1b", b"\\x1b$B", b"\\x1b$@", b"\\x1b(B", b"\\x1b(J", b"\\x1b(I", b"\\x1b$(D", b"\\x1b$(C", b"\\x1b$)C", b"\\x1b$A", b"\\x1b$(Q", b"\\x1b$(O", b"\\x1b$(P", b"\\x1b&@\\x1b$B", b"\\x1b.A", b"\\x1b.F", b"\\x1bN", b"\\x0e", b"\\x0f", b"0", b"$", b"(", b"!", b"a", b"z", b"\\x81", b"\\xa4\\xd4", b"\\x8f", b"\\x8e", b"\\xfe", b"#!", b"0!", b"%w"]
TEXTS = [chr(i) for i in (0x41, 0x7e, 0xa, 0xa5, 0x203e, 0xff3c, 0xe6, 0x300, 0xca, 0x304, 0x30c, 0xea, 0x254, 0x28c, 0x259, 0x25a, 0x2e9, 0x2e5, 0x304b, 0x309a, 0x30ab, 0x4e00, 0xac00, 0xac02, 0xff61, 0x2000b, 0x1f600, 0xd800, 0x9b1d, 0x525d, 0x3000, 0x2015, 0xe9)]
def answers(codec, part, seed, count):
    if part == "two":
        return [decoded(codec, bytes([a, b])) for a in range(256) for b in range(256)]
    if part == "three":
        before = {"hz": [b"~{"], "iso2022_kr": [b"\\x1b$)C\\x0e"]}.get(codec) or ([b"\\x1b$B", b"\\x1b$@", b"\\x1b$(D", b"\\x1b$(C", b"\\x1b$A", b"\\x1b$(Q", b"\\x1b$(O", b"\\x1b$(P", b"\\x1b(I", b"\\x1b(J", b"\\x1b.AN", b"\\x1b.F\\x1bN"] if codec.startswith("iso") else [b"\\x8f"])
        return [decoded(codec, p + bytes([a, b])) for p in before for a in range(256) for b in range(256)]
    if part == "four":
        return [decoded(codec, bytes([a, b, c, d])) for a in (*range(0x80, 0x86), 0x8f, 0x90, 0x95, 0xe3, 0xff) for b in range(0x30, 0x3a) for c in range(0x80, 0x100) for d in range(0x2f, 0x3b)] if codec == "gb18030" else []
    if part == "points":
        return [encoded(codec, chr(i)) for i in [*range(0x32000), 0xe0001, 0x10ffff]]
    source = random.Random(seed)
    if part == "bytes":
        return [decoded(codec, b"".join(source.choices(PIECES, k=source.randrange(1, 9)))) for _ in range(count)]
    return [encoded(codec, "".join(source.choices(TEXTS, k=source.randrange(1, 6)))) for _ in range(count)]
def questions(part, seed, count):
    source = random.Random(seed)
    return ["".join(format(b, "02x") for b in b"".join(source.choices(PIECES, k=source.randrange(1, 9)))) for _ in range(count)] if part == "bytes" else [" ".join(format(ord(c), "x") for c in "".join(source.choices(TEXTS, k=source.randrange(1, 6)))) for _ in range(count)]
`;

const letter = (reason: string): string => reason[2]!;

class Refused extends Error {}

/** How a decoder answers, as the question shows it. */
export function decodedBy(codec: MultibyteCodec, data: Uint8Array): string {
  let refused = "";
  try {
    const text = decodeMultibyte(codec, data, (start, end, reason) => {
      refused = `${start}-${end}${letter(reason)}`;
      throw new Refused();
    });
    return [...textPoints(text)].map((c) => c.toString(16)).join(" ");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused;
  }
}

/** How an encoder answers. */
export function encodedBy(codec: MultibyteCodec, points: readonly number[]): string {
  const state = new Uint8Array(8);
  codec.startEncoding?.(state);
  const input = { text: textFromPoints(points), at: 0, end: points.length, final: true };
  const out = new ByteBuffer(16);
  const answer = codec.encode(state, input, out);
  if (answer !== DONE) return `${input.at}-${input.at + answer}l`;
  codec.endEncoding?.(state, out);
  return Buffer.from(out.result()).toString("hex");
}

const latin = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

/** Our answers to the questions that are not random. */
export function ourAnswers(codec: MultibyteCodec, part: string): string[] {
  const out: string[] = [];
  const bytes = (...of: number[]): void => void out.push(decodedBy(codec, Uint8Array.from(of)));
  const pairs = (prefix: number[]): void => {
    for (let a = 0; a < 256; a++) for (let b = 0; b < 256; b++) bytes(...prefix, a, b);
  };
  if (part === "two") pairs([]);
  else if (part === "three") {
    const prefixes = codec.name === "hz" ? ["~{"] : codec.name === "iso2022_kr" ? ["\x1b$)C\x0e"] : codec.name.startsWith("iso") ? ["\x1b$B", "\x1b$@", "\x1b$(D", "\x1b$(C", "\x1b$A", "\x1b$(Q", "\x1b$(O", "\x1b$(P", "\x1b(I", "\x1b(J", "\x1b.AN", "\x1b.F\x1bN"] : ["\x8f"];
    for (const prefix of prefixes) pairs(latin(prefix));
  } else if (part === "four") {
    if (codec.name !== "gb18030") return out;
    for (const a of [0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x8f, 0x90, 0x95, 0xe3, 0xff]) for (let b = 0x30; b < 0x3a; b++) for (let c = 0x80; c < 0x100; c++) for (let d = 0x2f; d < 0x3b; d++) bytes(a, b, c, d);
  } else if (part === "points") {
    for (let i = 0; i < 0x32000; i++) out.push(encodedBy(codec, [i]));
    out.push(encodedBy(codec, [0xe0001]), encodedBy(codec, [0x10ffff]));
  }
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [python, count = "20000"] = process.argv.slice(2);
  const ask = (script: string): string[] => {
    const { stdout, stderr } = spawnSync(python!, ["-c", QUESTION + script], { encoding: "utf8", maxBuffer: 1 << 30 });
    if (stderr !== "") throw new Error(stderr);
    return stdout.split("\n").slice(0, -1);
  };
  let equal = 0;
  let all = 0;
  for (const name of multibyteCodecNames()) {
    const codec = multibyteCodec(name)!;
    for (const part of ["two", "three", "four", "points", "bytes", "texts"]) {
      const random = part === "bytes" || part === "texts";
      const theirs = ask(`for answer in answers("${name}", "${part}", "${name}", ${count}): print(answer)`);
      const questions = random ? ask(`for q in questions("${part}", "${name}", ${count}): print(q)`) : [];
      const ours = random ? questions.map((q) => (part === "bytes" ? decodedBy(codec, Buffer.from(q, "hex")) : encodedBy(codec, q.split(" ").map((c) => Number.parseInt(c, 16))))) : ourAnswers(codec, part);
      const wrong = theirs.map((answer, i) => (answer === ours[i] ? -1 : i)).filter((i) => i >= 0);
      all += theirs.length;
      equal += theirs.length - wrong.length;
      if (ours.length !== theirs.length) console.log(`${name} ${part}: ${ours.length} answers, CPython ${theirs.length}`);
      for (const i of wrong.slice(0, 4)) console.log(`${name} ${part} ${questions[i] ?? i.toString(16)}: ${ours[i]}, CPython: ${theirs[i]}`);
      if (wrong.length > 0) console.log(`${name} ${part}: ${wrong.length} of ${theirs.length} differ`);
    }
  }
  console.log(`equal: ${equal} of ${all}`);
}
