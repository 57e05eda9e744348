// Private names: `__x` within class C is `_C__x`. Mirrors _Py_Mangle and _Py_MaybeMangle (Python/symtable.c).
// See docs/compiler-symtable.md.

const UNDERSCORE = 95;

/** Whether an identifier is private to its class: two leading underscores, not two trailing ones. */
export function isPrivateName(name: string): boolean {
  const n = name.length;
  return (
    n >= 3 &&
    name.charCodeAt(0) === UNDERSCORE &&
    name.charCodeAt(1) === UNDERSCORE &&
    !(name.charCodeAt(n - 1) === UNDERSCORE && name.charCodeAt(n - 2) === UNDERSCORE)
  );
}

/**
 * The name under which `name` is stored in class `className` (null: no class around).
 * `mangledNames`, when not null, lists the only names to be mangled (type-parameter blocks of generic classes).
 */
export function mangle(className: string | null, mangledNames: Set<string> | null, name: string): string {
  if (className === null || name.charCodeAt(0) !== UNDERSCORE || name.charCodeAt(1) !== UNDERSCORE) return name;
  if (mangledNames !== null && !mangledNames.has(name)) return name;
  const n = name.length;
  if ((name.charCodeAt(n - 1) === UNDERSCORE && name.charCodeAt(n - 2) === UNDERSCORE) || name.includes(".")) return name;
  let start = 0;
  while (className.charCodeAt(start) === UNDERSCORE) start++;
  if (start === className.length) return name;
  return `_${className.slice(start)}${name}`;
}
