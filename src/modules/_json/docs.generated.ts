// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "_json": [null, "json speedups\n"],
  "_json.encode_basestring": ["($self, object, /)", "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string"],
  "_json.encode_basestring_ascii": ["($self, object, /)", "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string"],
  "_json.Encoder": [null, "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)"],
  "_json.Encoder.default": [null, "default"],
  "_json.Encoder.encoder": [null, "encoder"],
  "_json.Encoder.indent": [null, "indent"],
  "_json.Encoder.item_separator": [null, "item_separator"],
  "_json.Encoder.key_separator": [null, "key_separator"],
  "_json.Encoder.markers": [null, "markers"],
  "_json.Encoder.skipkeys": [null, "skipkeys"],
  "_json.Encoder.sort_keys": [null, "sort_keys"],
  "_json.Scanner": [null, "JSON scanner object"],
  "_json.Scanner.object_hook": [null, "object_hook"],
  "_json.Scanner.parse_constant": [null, "parse_constant"],
  "_json.Scanner.parse_float": [null, "parse_float"],
  "_json.Scanner.parse_int": [null, "parse_int"],
  "_json.Scanner.strict": [null, "strict"],
  "_json.scanstring": [null, "scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the index of the character in s\nafter the end quote."],
};
