// _suggestions: the nearest of some names, for tracebacks. Mirrors Modules/_suggestions.c. See docs/modules.md.
import { nearestName } from "../base/suggest.ts";
import { argumentName, defineModule, func, isList, isStr, type ModuleSpec, None, textOf, typeError, type Value, type Vm } from "../core/api.ts";

function generate(vm: Vm, candidates: Value, item: Value): Value {
  if (!isStr(item)) throw typeError(vm, `_generate_suggestions() argument 2 must be str, not ${argumentName(item)}`);
  if (!isList(candidates) || candidates.type.name !== "list") throw typeError(vm, "candidates must be a list");
  const objects = candidates.data as Value[];
  const names = objects.map((name) => {
    if (!isStr(name)) throw typeError(vm, "all elements in 'candidates' must be strings");
    return textOf(name);
  });
  const nearest = nearestName(names, textOf(item));
  return nearest === undefined ? None : objects[names.indexOf(nearest)]!;
}

export const suggestionsModule: ModuleSpec = defineModule({
  name: "_suggestions",
  functions: {
    _generate_suggestions: func("($module, candidates, item, /)", "Returns the candidate in candidates that's closest to item", generate),
  },
});
