// Names of a program's top level and the places that refer to them, by JavaScript's scopes. For cut-bundle.ts.

interface Node {
  type: string;
  start: number;
  end: number;
  // A syntax tree of any shape.
  [key: string]: any;
}

export interface Reference {
  name: string;
  start: number;
  end: number;
  /** `{ name }` of an object. */
  shorthand: boolean;
  assigned: boolean;
}

/** What a pattern binds. */
function boundNames(pattern: Node | null, into: string[] = []): string[] {
  switch (pattern?.type) {
    case "Identifier":
      into.push(pattern["name"]);
      break;
    case "ObjectPattern":
      for (const property of pattern["properties"]) boundNames(property.type === "RestElement" ? property.argument : property.value, into);
      break;
    case "ArrayPattern":
      for (const element of pattern["elements"]) boundNames(element, into);
      break;
    case "AssignmentPattern":
      boundNames(pattern["left"], into);
      break;
    case "RestElement":
      boundNames(pattern["argument"], into);
      break;
  }
  return into;
}

/** The names that a statement declares in its block. */
export function topLevelNames(statement: Node): string[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") return [statement["id"].name];
  if (statement.type === "VariableDeclaration") return (statement["declarations"] as Node[]).flatMap((d) => boundNames(d["id"]));
  return [];
}

/** Names of `var` below a node, not in functions. */
function hoisted(node: unknown, into: string[]): string[] {
  if (Array.isArray(node)) for (const one of node) hoisted(one, into);
  else if (typeof node === "object" && node !== null && typeof (node as Node).type === "string") {
    const n = node as Node;
    if (/Function/.test(n.type) || n.type === "PropertyDefinition" || n.type === "StaticBlock") return into;
    if (n.type === "VariableDeclaration" && n["kind"] === "var") for (const d of n["declarations"]) boundNames(d.id, into);
    for (const value of Object.values(n)) if (typeof value === "object") hoisted(value, into);
  }
  return into;
}

/** Every place that refers to one of the names of the top level, in the order of the text. */
export function topLevelReferences(body: readonly Node[], names: ReadonlyMap<string, unknown>): Reference[] {
  const found: Reference[] = [];
  const scopes: Set<string>[] = [];
  const refer = (node: Node, assigned: boolean, shorthand = false): void => {
    const name = node["name"] as string;
    if (names.has(name) && !scopes.some((s) => s.has(name))) found.push({ name, start: node.start, end: node.end, shorthand, assigned });
  };
  const within = (declared: readonly string[], visit: () => void): void => {
    scopes.push(new Set(declared));
    visit();
    scopes.pop();
  };
  const all = (nodes: readonly (Node | null)[]): void => {
    for (const node of nodes) if (node !== null) walk(node);
  };
  const block = (statements: readonly Node[], more: readonly string[] = []): void => within([...more, ...statements.flatMap(topLevelNames)], () => all(statements));
  /** A pattern: what it binds is no reference, unless it assigns. */
  const target = (pattern: Node | null, assigns: boolean): void => {
    switch (pattern?.type) {
      case undefined:
        break;
      case "Identifier":
        if (assigns) refer(pattern!, true);
        break;
      case "ObjectPattern":
        for (const property of pattern!["properties"] as Node[]) {
          if (property.type === "RestElement") target(property["argument"], assigns);
          else {
            if (property["computed"]) walk(property["key"]);
            target(property["value"], assigns);
          }
        }
        break;
      case "ArrayPattern":
        for (const element of pattern!["elements"]) target(element, assigns);
        break;
      case "AssignmentPattern":
        target(pattern!["left"], assigns);
        walk(pattern!["right"]);
        break;
      case "RestElement":
        target(pattern!["argument"], assigns);
        break;
      default:
        walk(pattern!);
    }
  };
  const func = (node: Node): void => {
    const own = node.type === "FunctionExpression" && node["id"] !== null ? [node["id"].name as string] : [];
    const params = node["params"] as Node[];
    const bound = params.flatMap((p) => boundNames(p));
    within([...own, ...(node.type === "ArrowFunctionExpression" ? [] : ["arguments"]), ...bound, ...hoisted(node["body"], [])], () => {
      for (const p of params) target(p, false);
      if (node["body"].type === "BlockStatement") block(node["body"].body);
      else walk(node["body"]);
    });
  };
  const declared = (node: Node | null): string[] => (node?.type === "VariableDeclaration" ? topLevelNames(node) : []);
  const walk = (node: Node): void => {
    switch (node.type) {
      case "Identifier":
        refer(node, false);
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        func(node);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        within(node["id"] === null || node["id"] === undefined ? [] : [node["id"].name], () => {
          if (node["superClass"]) walk(node["superClass"]);
          all(node["body"].body);
        });
        return;
      case "StaticBlock":
        within(hoisted(node["body"], []), () => block(node["body"]));
        return;
      case "MethodDefinition":
      case "PropertyDefinition":
      case "AccessorProperty":
      case "Property":
        if (node["shorthand"]) {
          refer(node["value"], false, true);
          return;
        }
        if (node["computed"]) walk(node["key"]);
        if (node["value"]) walk(node["value"]);
        return;
      case "MemberExpression":
        walk(node["object"]);
        if (node["computed"]) walk(node["property"]);
        return;
      case "VariableDeclarator":
        target(node["id"], false);
        if (node["init"]) walk(node["init"]);
        return;
      case "AssignmentExpression":
        target(node["left"], true);
        walk(node["right"]);
        return;
      case "UpdateExpression":
        target(node["argument"], true);
        return;
      case "BlockStatement":
        block(node["body"]);
        return;
      case "ForStatement":
        within(declared(node["init"]), () => all([node["init"], node["test"], node["update"], node["body"]]));
        return;
      case "ForInStatement":
      case "ForOfStatement":
        within(declared(node["left"]), () => {
          if (node["left"].type === "VariableDeclaration") walk(node["left"]);
          else target(node["left"], true);
          walk(node["right"]);
          walk(node["body"]);
        });
        return;
      case "SwitchStatement":
        walk(node["discriminant"]);
        within((node["cases"] as Node[]).flatMap((c) => (c["consequent"] as Node[]).flatMap(topLevelNames)), () => {
          for (const c of node["cases"]) {
            if (c.test !== null) walk(c.test);
            all(c.consequent);
          }
        });
        return;
      case "CatchClause":
        within(boundNames(node["param"]), () => {
          target(node["param"], false);
          walk(node["body"]);
        });
        return;
      case "LabeledStatement":
        walk(node["body"]);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        return;
      default:
        for (const [key, value] of Object.entries(node)) {
          if (key === "type" || typeof value !== "object" || value === null) continue;
          if (Array.isArray(value)) all(value.filter((v) => v === null || typeof v?.type === "string"));
          else if (typeof value.type === "string") walk(value);
        }
    }
  };
  all(body);
  return found.sort((a, b) => a.start - b.start);
}
