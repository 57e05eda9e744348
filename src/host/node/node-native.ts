// The C library's calls that Node lacks, through the package koffi, loaded when the first of them is needed. Without the package, or off Linux, they are
// not there and answer ENOSYS. See docs/host.md.
import { createRequire } from "node:module";
import { faultFromNumber, newFault } from "../fault.ts";

type Call = (...args: any[]) => any;

interface Koffi {
  load(path: null): { func(prototype: string): Call };
  errno(value?: number): number;
  struct(name: string, fields: Record<string, string>): unknown;
  view(at: bigint, length: number): ArrayBuffer;
}

const PROTOTYPES = {
  pipe2: "int pipe2(_Out_ int *fds, int flags)",
  dup: "int dup(int fd)",
  dup3: "int dup3(int fd, int to, int flags)",
  lseek: "long lseek(int fd, long offset, int whence)",
  fcntl: "int fcntl(int fd, int command, long value)",
  ioctl: "int ioctl(int fd, unsigned long request, void *data)",
  poll: "int poll(void *fds, unsigned long count, int timeout)",
  waitpid: "int waitpid(int pid, _Out_ int *status, int options)",
  syscall: "long syscall(long number, long a, long b)",
  execve: "int execve(const void *path, const void **argv, const void **envp)",
  getpgid: "int getpgid(int pid)",
  setpgid: "int setpgid(int pid, int group)",
  getsid: "int getsid(int pid)",
  setsid: "int setsid()",
  setuid: "int setuid(unsigned int id)",
  setgid: "int setgid(unsigned int id)",
  seteuid: "int seteuid(unsigned int id)",
  setegid: "int setegid(unsigned int id)",
  setreuid: "int setreuid(unsigned int real, unsigned int effective)",
  setregid: "int setregid(unsigned int real, unsigned int effective)",
  setresuid: "int setresuid(unsigned int real, unsigned int effective, unsigned int saved)",
  setresgid: "int setresgid(unsigned int real, unsigned int effective, unsigned int saved)",
  getresuid: "int getresuid(void *real, void *effective, void *saved)",
  getresgid: "int getresgid(void *real, void *effective, void *saved)",
  setgroups: "int setgroups(unsigned long count, const void *ids)",
  setitimer: "int setitimer(int which, const void *value, void *old)",
  getitimer: "int getitimer(int which, void *value)",
  utimensat: "int utimensat(int folder, const void *path, const void *times, int flags)",
  futimens: "int futimens(int fd, const void *times)",
  mkfifo: "int mkfifo(const void *path, unsigned int mode)",
  posix_spawn: "int posix_spawn(_Out_ int *pid, const void *path, void *actions, void *attributes, const void **argv, const void **envp)",
  posix_spawn_file_actions_init: "int posix_spawn_file_actions_init(void *actions)",
  posix_spawn_file_actions_destroy: "int posix_spawn_file_actions_destroy(void *actions)",
  posix_spawn_file_actions_addopen: "int posix_spawn_file_actions_addopen(void *actions, int fd, const void *path, int flags, unsigned int mode)",
  posix_spawn_file_actions_addclose: "int posix_spawn_file_actions_addclose(void *actions, int fd)",
  posix_spawn_file_actions_adddup2: "int posix_spawn_file_actions_adddup2(void *actions, int fd, int to)",
  posix_spawn_file_actions_addchdir_np: "int posix_spawn_file_actions_addchdir_np(void *actions, const void *path)",
  posix_spawn_file_actions_addclosefrom_np: "int posix_spawn_file_actions_addclosefrom_np(void *actions, int fd)",
  posix_spawnattr_setsigmask: "int posix_spawnattr_setsigmask(void *attributes, const void *set)",
  posix_spawnattr_setschedpolicy: "int posix_spawnattr_setschedpolicy(void *attributes, int policy)",
  posix_spawnattr_setschedparam: "int posix_spawnattr_setschedparam(void *attributes, const void *parameters)",
  posix_spawnattr_init: "int posix_spawnattr_init(void *attributes)",
  posix_spawnattr_destroy: "int posix_spawnattr_destroy(void *attributes)",
  posix_spawnattr_setflags: "int posix_spawnattr_setflags(void *attributes, short flags)",
  posix_spawnattr_setpgroup: "int posix_spawnattr_setpgroup(void *attributes, int group)",
  posix_spawnattr_setsigdefault: "int posix_spawnattr_setsigdefault(void *attributes, void *set)",
  socket: "int socket(int family, int type, int protocol)",
  socketpair: "int socketpair(int family, int type, int protocol, _Out_ int *fds)",
  bind: "int bind(int fd, const void *address, unsigned int size)",
  listen: "int listen(int fd, int backlog)",
  connect: "int connect(int fd, const void *address, unsigned int size)",
  accept4: "int accept4(int fd, void *address, void *size, int flags)",
  sendto: "long sendto(int fd, const void *bytes, unsigned long size, int flags, const void *address, unsigned int length)",
  recvfrom: "long recvfrom(int fd, void *into, unsigned long size, int flags, void *address, void *length)",
  shutdown: "int shutdown(int fd, int how)",
  getsockopt: "int getsockopt(int fd, int level, int option, void *value, void *size)",
  setsockopt: "int setsockopt(int fd, int level, int option, const void *value, unsigned int size)",
  getsockname: "int getsockname(int fd, void *address, void *size)",
  getpeername: "int getpeername(int fd, void *address, void *size)",
  prlimit: "int prlimit(int pid, int resource, const void *limits, void *old)",
  getrusage: "int getrusage(int who, void *usage)",
  tcgetattr: "int tcgetattr(int fd, void *settings)",
  tcsetattr: "int tcsetattr(int fd, int when, const void *settings)",
  tcgetpgrp: "int tcgetpgrp(int fd)",
  tcsetpgrp: "int tcsetpgrp(int fd, int group)",
  tcflush: "int tcflush(int fd, int queue)",
  tcflow: "int tcflow(int fd, int action)",
  tcdrain: "int tcdrain(int fd)",
  tcsendbreak: "int tcsendbreak(int fd, int duration)",
} as const;

export type CallName = keyof typeof PROTOTYPES;

/** A C string. */
export function cString(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + 1);
  out.set(bytes);
  return out;
}

export class NodeNative {
  private koffi: Koffi | null | undefined;
  private library: { func(prototype: string): Call } | undefined;
  private readonly calls = new Map<CallName, Call>();

  /** Is the package there? Loads it. */
  get available(): boolean {
    if (this.koffi === undefined) {
      this.koffi = null;
      if (process.platform === "linux") {
        try {
          this.koffi = createRequire(import.meta.url)("koffi") as Koffi;
          this.library = this.koffi.load(null);
        } catch {
          this.koffi = null;
        }
        try {
          this.koffi?.struct("vivarium_iovec", { base: "void *", length: "size_t" });
        } catch {
          // Another host of this process has declared it: the package knows a type once.
        }
      }
    }
    return this.koffi !== null;
  }

  /** It was loaded before: asking costs nothing. */
  get loaded(): boolean {
    return this.koffi !== undefined && this.koffi !== null;
  }

  get(name: CallName): Call {
    let call = this.calls.get(name);
    if (call === undefined) {
      if (!this.available) throw newFault("ENOSYS", name);
      try {
        call = this.library!.func(PROTOTYPES[name]);
      } catch {
        throw newFault("ENOSYS", name);
      }
      this.calls.set(name, call);
    }
    return call;
  }

  /** A function of a prototype that another part of the host knows. */
  declare(name: string, prototype: string): Call {
    if (!this.available) throw newFault("ENOSYS", name);
    try {
      return this.library!.func(prototype);
    } catch {
      throw newFault("ENOSYS", name);
    }
  }

  errno(): number {
    return this.koffi!.errno();
  }

  clearErrno(): void {
    this.koffi!.errno(0);
  }

  /** Memory outside of the JavaScript heap. */
  memory(at: bigint, length: number): ArrayBuffer {
    return this.koffi!.view(at, length);
  }

  /** Calls; a negative answer becomes the fault of errno. */
  call(name: CallName, ...args: unknown[]): number {
    const answer = Number(this.get(name)(...args));
    if (answer < 0) throw faultFromNumber(this.koffi!.errno(), name);
    return answer;
  }
}
