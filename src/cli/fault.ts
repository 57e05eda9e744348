// What ends a command early: one line for the user, and the exit status. See docs/cli.md.

/** Not a bug: the command prints `glass: MESSAGE` and exits with `status`. */
export class Fault {
  readonly message: string;
  /** 1: the work failed; 2: the command line is wrong. */
  readonly status: number;
  constructor(message: string, status: number) {
    this.message = message;
    this.status = status;
  }
}

/** A wrong command line. */
export function usage(message: string): Fault {
  return new Fault(`${message} (see glass --help)`, 2);
}
