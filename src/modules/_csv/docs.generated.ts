// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "_csv": [null, "CSV parsing and writing.\n"],
  "_csv.Dialect": [null, "CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n"],
  "_csv.Dialect.__reduce__": [null, "raises an exception to avoid pickling"],
  "_csv.Dialect.__reduce_ex__": [null, "raises an exception to avoid pickling"],
  "_csv.Reader": [null, "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n"],
  "_csv.Writer": [null, "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n"],
  "_csv.Writer.writerow": ["($self, row, /)", "Construct and write a CSV record from an iterable of fields.\n\nNon-string elements will be converted to string."],
  "_csv.Writer.writerows": ["($self, rows, /)", "Construct and write a series of iterables to a csv file.\n\nNon-string elements will be converted to string."],
  "_csv.field_size_limit": ["($module, /, new_limit=<unrepresentable>)", "Sets an upper limit on parsed fields.\n\nReturns old limit. If limit is not given, no new limit is set and\nthe old limit is returned"],
  "_csv.get_dialect": ["($module, /, name)", "Return the dialect instance associated with name."],
  "_csv.list_dialects": ["($module, /)", "Return a list of all known dialect names."],
  "_csv.reader": ["($module, iterable, /, dialect='excel', **fmtparams)", "Return a reader object that will process lines from the given iterable.\n\nThe \"iterable\" argument can be any object that returns a line\nof input for each iteration, such as a file object or a list.  The\noptional \"dialect\" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n\nThe returned object is an iterator.  Each iteration returns a row\nof the CSV file (which can span multiple input lines).\n"],
  "_csv.register_dialect": ["($module, name, /, dialect='excel', **fmtparams)", "Create a mapping from a string name to a CVS dialect.\n\nThe optional \"dialect\" argument specifies the base dialect instance\nor the name of the registered dialect.  The function also accepts\noptional keyword arguments which override settings provided by the\ndialect.\n"],
  "_csv.unregister_dialect": ["($module, /, name)", "Delete the name/dialect mapping associated with a string name."],
  "_csv.writer": ["($module, fileobj, /, dialect='excel', **fmtparams)", "Return a writer object that will write user data on the given file object.\n\nThe \"fileobj\" argument can be any object that supports the file API.\nThe optional \"dialect\" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n"],
};
