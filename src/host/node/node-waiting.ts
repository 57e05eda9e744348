// poll(2), which also looks at the pipe through which Node is told of signals, so that a signal ends the waiting. See docs/host.md.
import { newFault } from "../fault.ts";
import type { Waiting } from "../host.ts";
import { pause } from "./node-descriptors.ts";
import type { NodeNative } from "./node-native.ts";
import type { NodeSignals } from "./node-signals.ts";

const POLLIN = 1;
/** Longest single wait, in milliseconds. */
const LONGEST = 0x7fffffff;

export class NodeWaiting implements Waiting {
  private readonly native: NodeNative;
  private readonly signals: NodeSignals;
  constructor(native: NodeNative, signals: NodeSignals) {
    this.native = native;
    this.signals = signals;
  }

  poll(wanted: readonly (readonly [number, number])[], timeoutNs: bigint | undefined): readonly (readonly [number, number])[] {
    const ms = timeoutNs === undefined ? -1 : Math.min(Math.ceil(Number(timeoutNs) / 1e6), LONGEST);
    if (wanted.length === 0 && !this.native.loaded && ms >= 0 && ms <= 20) {
      pause(ms);
      return [];
    }
    const extra = this.signals.pipe;
    const count = wanted.length + (extra >= 0 ? 1 : 0);
    const view = new DataView(new ArrayBuffer(8 * count));
    wanted.forEach(([fd, events], i) => {
      view.setInt32(8 * i, fd, true);
      view.setInt16(8 * i + 4, events, true);
    });
    if (extra >= 0) {
      view.setInt32(8 * wanted.length, extra, true);
      view.setInt16(8 * wanted.length + 4, POLLIN, true);
    }
    try {
      this.native.call("poll", new Uint8Array(view.buffer), count, ms);
    } catch (error) {
      if ((error as { code?: string }).code === "EINTR") return [];
      throw error;
    }
    const came: [number, number][] = [];
    wanted.forEach(([fd], i) => {
      const events = view.getUint16(8 * i + 6, true);
      if (events !== 0) came.push([fd, events]);
    });
    return came;
  }

  /** Waits until a descriptor can be read; a signal is the fault EINTR. Without poll(2) it does not wait. */
  untilReadable(fd: number): void {
    if (!this.native.available) return;
    for (;;) {
      const came = this.poll([[fd, POLLIN]], undefined);
      if (came.length > 0) return;
      if (this.signals.arrived()) throw newFault("EINTR", "read");
    }
  }
}
