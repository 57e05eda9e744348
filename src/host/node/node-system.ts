// The system's calls by name, and memory that is mapped, through the C library. See docs/host.md.
import { constants } from "node:buffer";
import { faultFromNumber, newFault } from "../fault.ts";
import type { Mapping, Mappings, System, SystemArgument } from "../host.ts";
import { SYSTEM_CALLS, type SystemCall } from "../system-calls.ts";
import type { NodeDescriptors } from "./node-descriptors.ts";
import type { NodeNative } from "./node-native.ts";

/** Where the layouts and numbers that the modules use are Linux's common ones. */
const ARCHITECTURES = new Set(["x64", "arm64", "riscv64", "loong64"]);

type Call = (...args: unknown[]) => unknown;

export class NodeSystem implements System {
  private readonly native: NodeNative;
  private readonly files: NodeDescriptors;
  private readonly calls = new Map<SystemCall, Call>();

  constructor(native: NodeNative, files: NodeDescriptors) {
    this.native = native;
    this.files = files;
  }

  get available(): boolean {
    return ARCHITECTURES.has(process.arch) && this.native.available;
  }

  call(name: SystemCall, ...args: SystemArgument[]): number {
    let call = this.calls.get(name);
    if (call === undefined) {
      if (!this.available) throw newFault("ENOSYS", name);
      call = this.native.declare(name, SYSTEM_CALLS[name]);
      this.calls.set(name, call);
    }
    this.files.beforeCall(args);
    const given = SYSTEM_CALLS[name].includes("(const void *path") ? [this.files.pathForCall(name, args[0] as Uint8Array), ...args.slice(1)] : args;
    this.native.clearErrno();
    const answer = Number(call(...given.map((arg) => (Array.isArray(arg) ? arg.map((bytes: Uint8Array) => ({ base: bytes, length: bytes.length })) : arg))) ?? 0);
    if (answer < 0 || name === "confstr") {
      const errno = this.native.errno();
      // Some calls answer negative numbers.
      if (errno !== 0) throw faultFromNumber(errno, name);
    }
    return answer;
  }
}

const FAILED = 0xffffffffffffffffn;

export class NodeMappings implements Mappings {
  private readonly native: NodeNative;
  private readonly files: NodeDescriptors;
  private calls: { map: Call; unmap: Call; sync: Call; advise: Call; remap: Call } | undefined;

  constructor(native: NodeNative, files: NodeDescriptors) {
    this.native = native;
    this.files = files;
  }

  private get library(): { map: Call; unmap: Call; sync: Call; advise: Call; remap: Call } {
    if (this.calls === undefined) {
      const { native } = this;
      if (!native.available) throw newFault("ENOSYS", "mmap");
      this.calls = {
        map: native.declare("mmap", "intptr_t mmap(void *at, unsigned long length, int protection, int flags, int fd, long offset)"),
        unmap: native.declare("munmap", "int munmap(intptr_t at, unsigned long length)"),
        sync: native.declare("msync", "int msync(intptr_t at, unsigned long length, int flags)"),
        advise: native.declare("madvise", "int madvise(intptr_t at, unsigned long length, int advice)"),
        remap: native.declare("mremap", "intptr_t mremap(intptr_t at, unsigned long length, unsigned long next, int flags)"),
      };
    }
    return this.calls;
  }

  private checked(answer: unknown, name: string): bigint {
    const at = BigInt(answer as number | bigint);
    if (at === -1n || at === FAILED) throw faultFromNumber(this.native.errno(), name);
    return at;
  }

  private shown(at: bigint, length: number): Mapping {
    return { at, bytes: new Uint8Array(this.native.memory(at, length)) };
  }

  map(fd: number, length: number, protection: number, flags: number, offset: bigint): Mapping {
    const { map } = this.library;
    this.files.beforeCall([fd]);
    // No array of the engine could show it.
    if (length > constants.MAX_LENGTH) throw newFault("ENOMEM", "mmap");
    return this.shown(this.checked(map(null, BigInt(length), protection, flags, fd, offset), "mmap"), length);
  }

  unmap(mapping: Mapping): void {
    this.checked(this.library.unmap(mapping.at, mapping.bytes.length), "munmap");
  }

  sync(mapping: Mapping, offset: number, length: number): void {
    const MS_SYNC = 4;
    this.checked(this.library.sync(mapping.at + BigInt(offset), length, MS_SYNC), "msync");
  }

  advise(mapping: Mapping, offset: number, length: number, advice: number): void {
    this.checked(this.library.advise(mapping.at + BigInt(offset), length, advice), "madvise");
  }

  resize(mapping: Mapping, length: number): Mapping {
    const MREMAP_MAYMOVE = 1;
    if (length > constants.MAX_LENGTH) throw newFault("ENOMEM", "mremap");
    return this.shown(this.checked(this.library.remap(mapping.at, mapping.bytes.length, length, MREMAP_MAYMOVE), "mremap"), length);
  }
}
