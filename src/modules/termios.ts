// termios: the settings of terminals, over the kernel's own ioctl calls, whose structure is the same under every C library. Mirrors Modules/termios.c. See docs/modules.md.
import { asCInt, asIndex, type Container, defineModule, exc, indexOf, isBigOrInt, isBytes, isList, isTuple, type ModuleSpec, newBytes, newInt, newList, newTuple, overflowError, PyError, typeError, typeOf, type Value, type Vm, collectItems, noteOwned, newStr } from "../core/api.ts";
import { errnoMessage } from "../host/errno.ts";
import { isFault } from "../host/fault.ts";
import type { SystemArgument } from "../host/host.ts";
import type { SystemCall } from "../host/system-calls.ts";
import { documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";
import { runPending } from "./os-error.ts";
import { fileDescriptor } from "./file-descriptor.ts";
import { rawCall } from "./system-call.ts";
import { speeds, termiosConstants } from "./termios-constants.ts";
import { docs } from "./termios-docs.generated.ts";

const D = documented("termios", docs);
const EINTR = 4;
const EINVAL = 22;
const NCCS = 32;
/** Control characters of the kernel's structure, and where they begin. */
const KERNEL_CCS = 19;
const CCS_AT = 17;
const STRUCTURE = 44;
const VTIME = 5;
const VMIN = 6;
const ICANON = 2;
const CBAUD = 0x100f;
const CIBAUD = 0x100f0000;
const IBSHIFT = 16;
const BOTHER = 0x1000;
const TCGETS2 = 0x802c542a;
/** For TCSANOW, TCSADRAIN and TCSAFLUSH. */
const TCSETS2 = [0x402c542b, 0x402c542c, 0x402c542d];
const TCSBRK = 0x5409;
const TCXONC = 0x540a;
const TCFLSH = 0x540b;
const TCSBRKP = 0x5425;
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
const TIOCGSIZE_VALUES = 4;

/** The kernel's codes of the speeds, by rate. */
const CODES = new Map<number, number>([0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400].map((rate, code) => [rate, code]));
[57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000, 1500000, 2000000, 2500000, 3000000, 3500000, 4000000].forEach((rate, i) => CODES.set(rate, 0x1001 + i));
const RATES = new Map([...CODES].map(([rate, code]) => [code, rate]));

function termiosError(vm: Vm, errno: number): PyError {
  return new PyError(exc.newException(vm, exceptionClass(vm, "termios", "error"), [errno, newStr(errnoMessage(errno))]));
}

/** A call whose fault is termios.error. */
function call(vm: Vm, name: SystemCall, ...args: SystemArgument[]): number {
  for (;;) {
    try {
      return rawCall(vm, name, ...args);
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.errno !== EINTR) throw termiosError(vm, error.errno);
      runPending(vm);
    }
  }
}

/** PyLong_AsLong. */
function asLong(vm: Vm, v: Value): bigint {
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}

function readSettings(vm: Vm, fd: number): DataView {
  const bytes = new Uint8Array(STRUCTURE);
  call(vm, "ioctl_bytes", fd, TCGETS2, bytes);
  return new DataView(bytes.buffer);
}

function tcgetattr(vm: Vm, file: Value): Value {
  const raw = readSettings(vm, fileDescriptor(vm, file));
  const [iflag, oflag, cflag, lflag] = [0, 4, 8, 12].map((at) => raw.getUint32(at, true)) as [number, number, number, number];
  const outCode = cflag & CBAUD;
  const inCode = (cflag >>> IBSHIFT) & CBAUD;
  const ospeed = RATES.get(outCode) ?? raw.getUint32(40, true);
  const ispeed = inCode === 0 ? ospeed : (RATES.get(inCode) ?? raw.getUint32(36, true));
  const shown = ((cflag & ~CIBAUD) | ((inCode === 0 ? outCode : inCode) << IBSHIFT)) >>> 0;
  const characters: Value[] = [];
  for (let i = 0; i < NCCS; i++) {
    const c = i < KERNEL_CCS ? raw.getUint8(CCS_AT + i) : 0;
    characters.push((i === VMIN || i === VTIME) && (lflag & ICANON) === 0 ? c : newBytes(Uint8Array.of(c)));
  }
  return newList(vm, [iflag, oflag, shown, lflag, newInt(ispeed), newInt(ospeed), newList(vm, characters)]);
}

function tcsetattr(vm: Vm, file: Value, when: Value, attributes: Value): void {
  const fd = fileDescriptor(vm, file);
  const action = asCInt(vm, when);
  const items = isList(attributes) ? (attributes.data as Value[]) : [];
  if (items.length !== 7) throw typeError(vm, "tcsetattr, arg 3: must be 7 element list");
  const raw = readSettings(vm, fd);
  const numbers: bigint[] = [];
  for (let i = 0; i < 6; i++) {
    if (!isBigOrInt(items[i]!)) indexOf(vm, items[i]!);
    numbers.push(BigInt.asUintN(32, asLong(vm, items[i]!)));
  }
  const list = items[6]!;
  const characters = isList(list) ? (list.data as Value[]) : [];
  if (characters.length !== NCCS) throw typeError(vm, `tcsetattr: attributes[6] must be ${NCCS} element list`);
  const ccs = characters.map((c) => {
    if (isBytes(c) && (c.data as Uint8Array).length === 1) return (c.data as Uint8Array)[0]!;
    if (!isBigOrInt(c)) throw typeError(vm, "tcsetattr: elements of attributes must be bytes objects of length 1 or integers");
    return Number(BigInt.asUintN(8, asLong(vm, c)));
  });
  const [iflag, oflag, cflag, lflag, ispeed, ospeed] = numbers.map(Number) as [number, number, number, number, number, number];
  const outCode = CODES.get(ospeed) ?? BOTHER;
  const inRate = ispeed === 0 ? ospeed : ispeed;
  const inCode = CODES.get(inRate) ?? BOTHER;
  raw.setUint32(0, iflag, true);
  raw.setUint32(4, oflag, true);
  raw.setUint32(8, (cflag & ~(CBAUD | CIBAUD)) | outCode | (inCode << IBSHIFT), true);
  raw.setUint32(12, lflag, true);
  for (let i = 0; i < KERNEL_CCS; i++) raw.setUint8(CCS_AT + i, ccs[i]!);
  raw.setUint32(36, inRate, true);
  raw.setUint32(40, ospeed, true);
  const request = TCSETS2[action];
  if (request === undefined) throw termiosError(vm, EINVAL);
  call(vm, "ioctl_bytes", fd, request, new Uint8Array(raw.buffer));
}

function tcgetwinsize(vm: Vm, file: Value): Value {
  const size = new Uint16Array(TIOCGSIZE_VALUES);
  call(vm, "ioctl_bytes", fileDescriptor(vm, file), TIOCGWINSZ, new Uint8Array(size.buffer));
  return newTuple(vm, [size[0]!, size[1]!]);
}

function tcsetwinsize(vm: Vm, file: Value, winsize: Value): void {
  const fd = fileDescriptor(vm, file);
  const wrong = "tcsetwinsize, arg 2: must be a two-item sequence";
  if (!isList(winsize) && !isTuple(winsize) && typeOf(winsize).sq_item === undefined) throw typeError(vm, wrong);
  const items = collectItems(vm, winsize);
  for (const item of items) noteOwned(vm, item);
  if (items.length !== 2) throw typeError(vm, wrong);
  const [rows, columns] = items.map((item) => asLong(vm, item)) as [bigint, bigint];
  // What else the structure holds stays.
  const size = new Uint16Array(TIOCGSIZE_VALUES);
  call(vm, "ioctl_bytes", fd, TIOCGWINSZ, new Uint8Array(size.buffer));
  if ([rows, columns].some((n) => n < 0n || n > 0xffffn)) throw overflowError(vm, "winsize value(s) out of range.");
  size[0] = Number(rows);
  size[1] = Number(columns);
  call(vm, "ioctl_bytes", fd, TIOCSWINSZ, new Uint8Array(size.buffer));
}

/** A call of a descriptor and a number. */
function control(request: (n: number) => readonly [request: number, value: number]) {
  return (vm: Vm, file: Value, argument: Value): void => {
    const fd = fileDescriptor(vm, file);
    call(vm, "ioctl", fd, ...request(asCInt(vm, argument)));
  };
}

const attributes: Record<string, (vm: Vm) => Value> = { error: (vm) => exceptionClass(vm, "termios", "error").obj as Container };
for (const [name, value] of Object.entries({ ...speeds, ...termiosConstants })) attributes[name] = () => value;

export const termiosModule: ModuleSpec = defineModule({
  name: "termios",
  doc: D.doc(""),
  functions: {
    tcgetattr: D.func("tcgetattr", tcgetattr),
    tcsetattr: D.func("tcsetattr", tcsetattr),
    tcsendbreak: D.func("tcsendbreak", control((n) => (n <= 0 ? [TCSBRK, 0] : [TCSBRKP, Math.ceil(n / 100)]))),
    tcdrain: D.func("tcdrain", (vm: Vm, file: Value) => {
      call(vm, "ioctl", fileDescriptor(vm, file), TCSBRK, 1);
    }),
    tcflush: D.func("tcflush", control((queue) => [TCFLSH, queue])),
    tcflow: D.func("tcflow", control((action) => [TCXONC, action])),
    tcgetwinsize: D.func("tcgetwinsize", tcgetwinsize),
    tcsetwinsize: D.func("tcsetwinsize", tcsetwinsize),
  },
  attributes,
});
