// Faults that Python code would see as exceptions, raised by the layers that know no Python objects (syntax, bytecode,
// compiler). The machine turns one into the exception object of that name.

/** Names of the exceptions that the object-free layers raise. */
export type PythonErrorType =
  | "SyntaxError"
  | "IndentationError"
  | "TabError"
  | "_IncompleteInputError"
  | "ValueError"
  | "TypeError"
  | "EOFError"
  | "OverflowError"
  | "RecursionError"
  | "MemoryError"
  | "SystemError"
  | "LookupError"
  | "UnicodeDecodeError"
  | "OSError"
  | "IndexError"
  | "ZeroDivisionError"
  | "UnicodeEncodeError"
  | "struct.error"
  | "binascii.Error"
  | "binascii.Incomplete";

/** Not a subclass of Error: no stack is captured, and nothing mistakes it for a bug of ours. */
export class PythonError {
  readonly type: PythonErrorType;
  readonly message: string;
  constructor(type: PythonErrorType, message: string) {
    this.type = type;
    this.message = message;
  }
  toString(): string {
    return this.message === "" ? this.type : `${this.type}: ${this.message}`;
  }
}

/** A SyntaxError, IndentationError or TabError with the attributes of CPython's; null stands for None. */
export class PythonSyntaxError extends PythonError {
  filename: string | null;
  /** 1-based line. */
  lineno: number | null;
  /** 1-based column in characters (code points), as SyntaxError.offset. */
  offset: number | null;
  endLineno: number | null;
  endOffset: number | null;
  /** The source line, or null. */
  text: string | null;
  /** SyntaxError._metadata, for the hints of traceback: where the last compound statement before the error begins, and the source. */
  metadata: readonly [lineno: number, col: number, source: string] | null = null;
  /** SyntaxError.args holds the message only: the place was added to a raised exception. */
  bareArguments = false;
  constructor(
    type: PythonErrorType,
    message: string,
    filename: string | null,
    lineno: number | null,
    offset: number | null,
    endLineno: number | null,
    endOffset: number | null,
    text: string | null,
  ) {
    super(type, message);
    this.filename = filename;
    this.lineno = lineno;
    this.offset = offset;
    this.endLineno = endLineno;
    this.endOffset = endOffset;
    this.text = text;
  }
}

export type WarningCategory = "SyntaxWarning" | "DeprecationWarning";

/** A warning found while compiling: what CPython hands to warnings.warn_explicit. */
export interface SourceWarning {
  category: WarningCategory;
  message: string;
  filename: string;
  lineno: number;
  /** Where the warning stands, so that a filter which makes errors of warnings yields the right SyntaxError. 1-based characters. */
  offset: number;
  endLineno: number;
  endOffset: number;
}

/** Receives warnings; answers true when the warning is to become an error (filter "error"): the caller then throws a PythonSyntaxError. */
export type WarningSink = (warning: SourceWarning) => boolean;
