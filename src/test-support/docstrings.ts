// Functions that differ in their docstrings and signatures only. Mirrors Modules/_testcapi/docstring.c. See docs/test-support.md.
import { func, None, NO_TEXT, type Value } from "../core/api.ts";

const nothing = (): Value => None;
const plain = (doc: string | null) => func("($module, *args)", doc, nothing, NO_TEXT);
const signed = (signature: string, doc: string | null) => (name: string) => Object.assign(func("($module, *args)", doc, nothing)(name), { textSignature: signature });

export const docstringFunctions = {
  no_docstring: plain(null),
  docstring_empty: plain(null),
  docstring_no_signature: plain("This docstring has no signature."),
  docstring_no_signature_noargs: func("($self, /)", "This docstring has no signature.", nothing),
  docstring_no_signature_o: func("($self, object, /)", "This docstring has no signature.", nothing),
  docstring_with_invalid_signature: plain("docstring_with_invalid_signature($module, /, boo)\n\nThis docstring has an invalid signature."),
  docstring_with_invalid_signature2: plain("docstring_with_invalid_signature2($module, /, boo)\n\n--\n\nThis docstring also has an invalid signature."),
  docstring_with_signature: signed("($module, /, sig)", "This docstring has a valid signature."),
  docstring_with_signature_but_no_doc: signed("($module, /, sig)", null),
  docstring_with_signature_and_extra_newlines: signed("($module, /, parameter)", "\nThis docstring has a valid signature and some extra newlines."),
  docstring_with_signature_with_defaults: signed(
    "(module, s='avocado',\n        b=b'bytes', d=3.14, i=35, n=None, t=True, f=False,\n        local=the_number_three, sys=sys.maxsize,\n        exp=sys.maxsize - 1)",
    "\n\nThis docstring has a valid signature with parameters,\nand the parameters take defaults of varying types.",
  ),
  test_with_docstring: plain("This is a pretty normal docstring."),
};
