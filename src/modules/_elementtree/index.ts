// _elementtree: what xml.etree.ElementTree has in C. Mirrors Modules/_elementtree.c. See docs/modules.md.
import { defineModule, type KeywordArgs, type ModuleSpec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { parseError, setFactories, TreeBuilderType } from "./builder.ts";
import { docs } from "./docs.generated.ts";
import { ElementType, SubElement } from "./element.ts";
import { XMLParserType } from "./parser.ts";

const D = documented("_elementtree", docs);

export const elementtreeModule: ModuleSpec = defineModule({
  name: "_elementtree",
  doc: null,
  functions: {
    SubElement: D.func("SubElement", (vm: Vm, args: Value[], extra?: KeywordArgs) => SubElement(vm, args, extra), "($module, /, *args, **extra)"),
    _set_factories: D.func("_set_factories", setFactories),
  },
  types: { Element: ElementType, TreeBuilder: TreeBuilderType, XMLParser: XMLParserType },
  attributes: { ParseError: (vm) => parseError(vm).obj },
});
