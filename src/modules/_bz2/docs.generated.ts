// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "_bz2": [null, null],
  "_bz2.BZ2Compressor": ["(compresslevel=9, /)", "Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead."],
  "_bz2.BZ2Compressor.compress": ["($self, data, /)", "Provide data to the compressor object.\n\nReturns a chunk of compressed data if possible, or b'' otherwise.\n\nWhen you have finished providing data to the compressor, call the\nflush() method to finish the compression process."],
  "_bz2.BZ2Compressor.flush": ["($self, /)", "Finish the compression process.\n\nReturns the compressed data left in internal buffers.\n\nThe compressor object may not be used after this method is called."],
  "_bz2.BZ2Decompressor": ["()", "Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the decompress() function instead."],
  "_bz2.BZ2Decompressor.decompress": ["($self, /, data, max_length=-1)", "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes\nof decompressed data.  If this limit is reached and further output\ncan be produced, *self.needs_input* will be set to ``False``.  In\nthis case, the next call to *decompress()* may provide *data* as b''\nto obtain more of the output.\n\nIf all of the input data was decompressed and returned (either\nbecause this was less than *max_length* bytes, or because\n*max_length* was negative), *self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached\nraises an EOFError.  Any data found after the end of the stream is\nignored and saved in the unused_data attribute."],
  "_bz2.BZ2Decompressor.eof": [null, "True if the end-of-stream marker has been reached."],
  "_bz2.BZ2Decompressor.needs_input": [null, "True if more input is needed before more decompressed data can be produced."],
  "_bz2.BZ2Decompressor.unused_data": [null, "Data found after the end of the compressed stream."],
};
