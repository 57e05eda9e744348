// A plugin of rolldown that cuts a bundle into what every start needs and parts that are evaluated when they are first needed. A part is the
// function that held its modules, taken out of the minified text; it is evaluated in the bundle's scope, so that both share their short
// names. References to what a part declares become calls. See docs/startup.md.
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { OutputChunk, Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";
import { type Reference, topLevelNames, topLevelReferences } from "./cut-bundle-scopes.ts";

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** A module's piece of the bundle. */
interface Segment {
  id: string;
  start: number;
  end: number;
}

interface Part {
  name: string;
  modules: Set<string>;
  exported: string[];
}

const MARK = "__vivariumPart";

/** The modules in the order of the bundle: each begins with a comment that names its file. */
function segmentsOf(code: string, ids: readonly string[], root: string): Segment[] {
  const byComment = new Map(ids.map((id) => [`// ${id.startsWith(root) ? id.slice(root.length) : id}`, id]));
  const segments: Segment[] = [];
  let at = 0;
  for (const line of code.split("\n")) {
    const id = byComment.get(line);
    if (id !== undefined) {
      if (segments.length > 0) segments.at(-1)!.end = at;
      segments.push({ id, start: at, end: code.length });
    }
    at += line.length + 1;
  }
  return segments;
}

/** Which modules go together: all that only one of `lazy` reaches, and those that share such modules. */
function partsOf(kept: readonly string[], lazy: ReadonlySet<string>, importsOf: (id: string) => readonly string[]): Part[] {
  const reach = (from: readonly string[]): Set<string> => {
    const seen = new Set(from);
    for (const id of seen) for (const other of importsOf(id)) if (!lazy.has(other)) seen.add(other);
    return seen;
  };
  const always = reach(kept);
  const parts: Part[] = [];
  for (const id of lazy) {
    const modules = new Set([...reach([id])].filter((m) => !always.has(m)));
    const touching = parts.filter((p) => [...modules].some((m) => p.modules.has(m)));
    for (const other of touching) {
      for (const m of other.modules) modules.add(m);
      parts.splice(parts.indexOf(other), 1);
    }
    parts.push({ name: basename(id, ".ts") === "index" ? basename(id.slice(0, -"/index.ts".length)) : basename(id, ".ts"), modules, exported: [] });
  }
  return parts;
}

interface Cut {
  /** Tells the modules (paths from the root) that begin parts. */
  lazy(path: string): boolean;
  /** Small modules that several parts share: they stay in the bundle, so that the parts stay apart. */
  kept: readonly string[];
  /** Modules that are replaced by another text. */
  replaced: Readonly<Record<string, string>>;
}

export function cutBundle(root: string, { lazy, kept, replaced }: Cut): Plugin {
  return {
    name: "cut-bundle",
    load: (id) => (id.startsWith(root) ? (replaced[id.slice(root.length)] ?? null) : null),
    renderChunk(code, chunk) {
      const ids = Object.keys(chunk.modules);
      const segments = segmentsOf(code, ids, root);
      const imports = new Map(ids.map((id) => [id, this.getModuleInfo(id)?.importedIds ?? []]));
      const parts = partsOf([chunk.facadeModuleId!, ...kept.map((path) => root + path)], new Set(ids.filter((id) => id.startsWith(root) && lazy(id.slice(root.length)))), (id) => imports.get(id) ?? []);
      const partOf = new Map(parts.flatMap((part) => [...part.modules].map((id) => [id, part] as const)));
      const body = (parseAst(code) as unknown as { body: Node[] }).body;
      const moduleAt = (at: number): string => {
        let low = 0;
        for (let high = segments.length; high - low > 1; ) {
          const middle = (low + high) >> 1;
          if (segments[middle]!.start <= at) low = middle;
          else high = middle;
        }
        return segments[low]!.id;
      };
      const owner = new Map<string, Part | undefined>();
      for (const statement of body) for (const name of topLevelNames(statement)) owner.set(name, partOf.get(moduleAt(statement.start)));
      const edits: (Reference & { text: string })[] = [];
      for (const reference of topLevelReferences(body, owner)) {
        const target = owner.get(reference.name)!;
        if (target === undefined) continue;
        if (partOf.get(moduleAt(reference.start)) === target) continue;
        if (reference.assigned) throw new Error(`cut-bundle: ${reference.name} of the part ${target.name} is assigned to`);
        let index = target.exported.indexOf(reference.name);
        if (index < 0) index = target.exported.push(reference.name) - 1;
        const value = `(${MARK}_${parts.indexOf(target)}()[${index}])`;
        edits.push({ ...reference, text: reference.shorthand ? `${reference.name}: ${value}` : value });
      }
      const textOf = (segment: Segment): string => {
        let text = "";
        let at = segment.start;
        for (const edit of edits) {
          if (edit.start < segment.start || edit.start >= segment.end) continue;
          text += code.slice(at, edit.start) + edit.text;
          at = edit.end;
        }
        return text + code.slice(at, segment.end);
      };
      const holders = parts.map((part, i) => `const ${MARK}_${i} = globalThis.${MARK}("${part.name}", () => {\n${segments.filter(({ id }) => part.modules.has(id)).map(textOf).join("")}\nreturn [${part.exported.join(", ")}];\n});\n`);
      const first = segments[0]!.start;
      return { code: code.slice(0, first) + holders.join("") + segments.filter(({ id }) => !partOf.has(id)).map(textOf).join(""), map: null };
    },
    generateBundle(_options, bundle) {
      const chunk = Object.values(bundle).find((one): one is OutputChunk => one.type === "chunk" && one.isEntry)!;
      const stamp = createHash("sha256").update(chunk.code).digest("hex").slice(0, 16);
      let code = "";
      let at = 0;
      for (const { name, call, holder } of findHolders(parseAst(chunk.code) as unknown as Node)) {
        const text = `// ${stamp}\n"use strict";(${chunk.code.slice(holder.start, holder.end)})`;
        this.emitFile({ type: "asset", fileName: `vivarium-parts/${name}.js`, source: text });
        code += `${chunk.code.slice(at, call.start)}${MARK}("${name}",function(${MARK}){"use strict";return eval(${MARK})})`;
        at = call.end;
      }
      code += chunk.code.slice(at);
      const helper = `const ${MARK}=(made=>(name,evaluate)=>{let part;return()=>part??=made[name]??=evaluate(exports.partText(name,"// ${stamp}"))()})({});`;
      chunk.code = helper + code;
    },
  };
}

/** The calls that hold parts, in the order of the text. */
function findHolders(program: Node): { name: string; call: Node; holder: Node }[] {
  const found: { name: string; call: Node; holder: Node }[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== "object" || node === null || typeof (node as Node).type !== "string") return;
    const { type, callee, arguments: given } = node as Node & { callee?: { property?: { name?: string } }; arguments?: Node[] };
    if (type === "CallExpression" && callee?.property?.name === MARK) {
      const [name, holder] = given as [Node & { value?: string; quasis?: { value: { cooked: string } }[] }, Node];
      found.push({ name: name.value ?? name.quasis![0]!.value.cooked, call: node as Node, holder });
      return;
    }
    for (const value of Object.values(node)) if (typeof value === "object") walk(value);
  };
  walk(program);
  return found.sort((a, b) => a.call.start - b.call.start);
}
