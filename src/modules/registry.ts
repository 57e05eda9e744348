// Every native module by name: what `import` finds before it looks at files. One line per module, sorted. See docs/modules.md.
import type { ModuleSpec } from "../core/define.ts";
import { abcModule } from "./_abc.ts";
import { astModule } from "./_ast.ts";
import { lsprofModule } from "./_lsprof/index.ts";
import { asyncioModule } from "./_asyncio/index.ts";
import { bisectModule } from "./_bisect.ts";
import { codecsModule } from "./_codecs.ts";
import { collectionsModule } from "./_collections.ts";
import { contextvarsModule } from "./_contextvars.ts";
import { csvModule } from "./_csv/index.ts";
import { decimalModule } from "./_decimal/index.ts";
import { datetimeModule } from "./_datetime/index.ts";
import { elementtreeModule } from "./_elementtree/index.ts";
import { functoolsModule } from "./_functools.ts";
import { blake2Module } from "./_hashes/blake2.ts";
import { hmacModule } from "./_hashes/hmac.ts";
import { md5Module, sha1Module, sha2Module } from "./_hashes/md5-sha.ts";
import { hashlibModule } from "./_hashes/openssl.ts";
import { sha3Module } from "./_hashes/sha3.ts";
import { heapqModule } from "./_heapq.ts";
import { _impModule } from "./_imp.ts";
import { ioModule } from "./_io.ts";
import { jsonModule } from "./_json/index.ts";
import { localeModule } from "./_locale.ts";
import { multibytecodecModule } from "./_multibytecodec/index.ts";
import { codecsCnModule, codecsHkModule, codecsIso2022Module, codecsJpModule, codecsKrModule, codecsTwModule } from "./_multibytecodec/modules.ts";
import { opcodeModule } from "./_opcode.ts";
import { operatorModule } from "./_operator.ts";
import { pickleModule } from "./_pickle/index.ts";
import { posixsubprocessModule } from "./_posixsubprocess.ts";
import { queueModule } from "./_queue/index.ts";
import { randomModule } from "./_random.ts";
import { signalModule } from "./_signal.ts";
import { socketModule } from "./_socket.ts";
import { sreModule } from "./_sre/index.ts";
import { statModule } from "./_stat.ts";
import { statisticsModule } from "./_statistics.ts";
import { stringModule } from "./_string.ts";
import { structModule } from "./_struct.ts";
import { suggestionsModule } from "./_suggestions.ts";
import { symtableModule } from "./_symtable.ts";
import { threadModule } from "./_thread.ts";
import { tokenizeModule } from "./_tokenize.ts";
import { typesModule } from "./_types.ts";
import { typingModule } from "./_typing.ts";
import { warningsModule } from "./_warnings.ts";
import { weakrefModule } from "./_weakref.ts";
import { zoneinfoModule } from "./_zoneinfo/index.ts";
import { grpModule, pwdModule } from "./accounts/index.ts";
import { arrayModule } from "./array.ts";
import { atexitModule } from "./atexit.ts";
import { binasciiModule } from "./binascii.ts";
import { cmathModule } from "./cmath.ts";
import { errnoModule } from "./errno.ts";
import { faulthandlerModule } from "./faulthandler.ts";
import { gcModule } from "./gc.ts";
import { fcntlModule } from "./fcntl.ts";
import { itertoolsModule } from "./itertools.ts";
import { mmapModule } from "./mmap.ts";
import { marshalModule } from "./marshal.ts";
import { mathModule } from "./math.ts";
import { posixModule } from "./posix.ts";
import { pyexpatModule } from "./pyexpat.ts";
import { resourceModule } from "./resource.ts";
import { tracemallocModule } from "./_tracemalloc.ts";
import { selectModule } from "./select.ts";
import { termiosModule } from "./termios.ts";
import { timeModule } from "./time.ts";
import { unicodedataModule } from "./unicodedata/index.ts";
import { lzmaModule } from "./_lzma/index.ts";
import { bz2Module } from "./_bz2/index.ts";
import { zlibModule } from "./zlib.ts";

export const nativeModules: Record<string, () => ModuleSpec> = {
  _abc: () => abcModule,
  _ast: () => astModule,
  _asyncio: () => asyncioModule,
  _lsprof: () => lsprofModule,
  _bisect: () => bisectModule,
  _blake2: () => blake2Module,
  _codecs: () => codecsModule,
  _codecs_cn: () => codecsCnModule,
  _codecs_hk: () => codecsHkModule,
  _codecs_iso2022: () => codecsIso2022Module,
  _codecs_jp: () => codecsJpModule,
  _codecs_kr: () => codecsKrModule,
  _codecs_tw: () => codecsTwModule,
  _collections: () => collectionsModule,
  _contextvars: () => contextvarsModule,
  _csv: () => csvModule,
  _decimal: () => decimalModule,
  _datetime: () => datetimeModule,
  _elementtree: () => elementtreeModule,
  _functools: () => functoolsModule,
  _hashlib: () => hashlibModule,
  _heapq: () => heapqModule,
  _hmac: () => hmacModule,
  _imp: () => _impModule,
  _io: () => ioModule,
  _json: () => jsonModule,
  _locale: () => localeModule,
  _md5: () => md5Module,
  _multibytecodec: () => multibytecodecModule,
  _opcode: () => opcodeModule,
  _operator: () => operatorModule,
  _pickle: () => pickleModule,
  _posixsubprocess: () => posixsubprocessModule,
  _queue: () => queueModule,
  _random: () => randomModule,
  _sha1: () => sha1Module,
  _sha2: () => sha2Module,
  _sha3: () => sha3Module,
  _signal: () => signalModule,
  _socket: () => socketModule,
  _sre: () => sreModule,
  _stat: () => statModule,
  _statistics: () => statisticsModule,
  _string: () => stringModule,
  _struct: () => structModule,
  _suggestions: () => suggestionsModule,
  _symtable: () => symtableModule,
  _thread: () => threadModule,
  _tokenize: () => tokenizeModule,
  _types: () => typesModule,
  _typing: () => typingModule,
  _warnings: () => warningsModule,
  _weakref: () => weakrefModule,
  _zoneinfo: () => zoneinfoModule,
  array: () => arrayModule,
  atexit: () => atexitModule,
  binascii: () => binasciiModule,
  cmath: () => cmathModule,
  errno: () => errnoModule,
  faulthandler: () => faulthandlerModule,
  fcntl: () => fcntlModule,
  gc: () => gcModule,
  grp: () => grpModule,
  itertools: () => itertoolsModule,
  marshal: () => marshalModule,
  math: () => mathModule,
  mmap: () => mmapModule,
  posix: () => posixModule,
  pwd: () => pwdModule,
  pyexpat: () => pyexpatModule,
  resource: () => resourceModule,
  _tracemalloc: () => tracemallocModule,
  select: () => selectModule,
  termios: () => termiosModule,
  time: () => timeModule,
  _bz2: () => bz2Module,
  _lzma: () => lzmaModule,
  zlib: () => zlibModule,
  unicodedata: () => unicodedataModule,
};
