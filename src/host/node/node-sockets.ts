// Sockets by the system's own calls. They do not wait longer than the descriptor's mode says; the machine polls before. See docs/host.md.
import type { Sockets } from "../host.ts";
import type { NodeNative } from "./node-native.ts";

const SOCK_CLOEXEC = 0o2000000;
/** Room for any address. */
const ADDRESS = 128;

function lengthCell(size: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(size).buffer);
}

function lengthOf(cell: Uint8Array): number {
  return new DataView(cell.buffer).getUint32(0, true);
}

export class NodeSockets implements Sockets {
  private readonly native: NodeNative;
  constructor(native: NodeNative) {
    this.native = native;
  }

  socket(family: number, type: number, protocol: number): number {
    return this.native.call("socket", family, type, protocol);
  }

  pair(family: number, type: number, protocol: number): readonly [number, number] {
    const fds = [0, 0];
    this.native.call("socketpair", family, type, protocol, fds);
    return [fds[0]!, fds[1]!];
  }

  bind(fd: number, address: Uint8Array): void {
    this.native.call("bind", fd, address, address.length);
  }

  listen(fd: number, backlog: number): void {
    this.native.call("listen", fd, backlog);
  }

  connect(fd: number, address: Uint8Array): void {
    this.native.call("connect", fd, address, address.length);
  }

  accept(fd: number): readonly [number, Uint8Array] {
    const address = new Uint8Array(ADDRESS);
    const size = lengthCell(ADDRESS);
    const made = this.native.call("accept4", fd, address, size, SOCK_CLOEXEC);
    return [made, address.subarray(0, lengthOf(size))];
  }

  send(fd: number, bytes: Uint8Array, flags: number, to: Uint8Array | undefined): number {
    return this.native.call("sendto", fd, bytes, bytes.length, flags, to ?? null, to?.length ?? 0);
  }

  receive(fd: number, into: Uint8Array, flags: number): readonly [number, Uint8Array | undefined] {
    const address = new Uint8Array(ADDRESS);
    const size = lengthCell(ADDRESS);
    const n = this.native.call("recvfrom", fd, into, into.length, flags, address, size);
    const used = lengthOf(size);
    return [n, used === 0 ? undefined : address.subarray(0, used)];
  }

  shutdown(fd: number, how: number): void {
    this.native.call("shutdown", fd, how);
  }

  getOption(fd: number, level: number, option: number, size: number): Uint8Array {
    const value = new Uint8Array(size);
    const length = lengthCell(size);
    this.native.call("getsockopt", fd, level, option, value, length);
    return value.subarray(0, lengthOf(length));
  }

  setOption(fd: number, level: number, option: number, value: Uint8Array): void {
    this.native.call("setsockopt", fd, level, option, value, value.length);
  }

  localAddress(fd: number): Uint8Array {
    return this.address("getsockname", fd);
  }

  peerAddress(fd: number): Uint8Array {
    return this.address("getpeername", fd);
  }

  private address(name: "getsockname" | "getpeername", fd: number): Uint8Array {
    const address = new Uint8Array(ADDRESS);
    const size = lengthCell(ADDRESS);
    this.native.call(name, fd, address, size);
    return address.subarray(0, lengthOf(size));
  }
}
