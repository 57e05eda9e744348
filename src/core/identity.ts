// Addresses, identity hashes and the guard against repr of self-containing containers. See docs/core.md.
import { False, True } from "../types/bool.ts";
import { NotImplemented } from "../types/singletons.ts";
import type { Vm } from "../vm/vm.ts";
import { modelOf } from "../memory/model.ts";
import { Container, Instance, Leaf, PyFloat, type PyObject, type Value } from "./object.ts";
import { typeOf } from "./type.ts";

/** id(v): an int that is a JavaScript number has 2n+1, which no heap address is, but for -X memory-model. */
export function addressOf(vm: Vm, v: Value): number {
  if (typeof v !== "number") return vm.memoryModel === null ? addressOfRecord(vm, v) : modelOf(vm)!.addressOf(v);
  if (vm.memoryModel !== null) return modelOf(vm)!.addressOfInt(v);
  return v < 0 ? 2 ** 53 + v * 2 + 1 : v * 2 + 1;
}

/** The address of any JavaScript object that stands for something at an address (objects, definitions). */
export function addressOfRecord(vm: Vm, record: object): number {
  if (vm.memoryModel !== null) return isObject(record) ? modelOf(vm)!.addressOf(record) : modelOf(vm)!.addressOfRecord(record);
  let address = vm.addresses.get(record);
  if (address === undefined) {
    address = vm.nextAddress;
    vm.nextAddress += 48;
    vm.addresses.set(record, address);
  }
  return address;
}

const isObject = (record: object): record is PyObject => record instanceof Container || record instanceof Instance || record instanceof Leaf || record instanceof PyFloat;

export function addressText(vm: Vm, v: Value): string {
  return "0x" + addressOf(vm, v).toString(16);
}

/** Hash by identity: the address rotated, as CPython does. */
export function addressHash(vm: Vm, record: PyObject | object): number {
  const address = addressOfRecord(vm, record);
  return Math.floor(address / 16) + (address % 16) * 2 ** 48;
}

/** Equality by `same` for objects of one type; NotImplemented for other types and operators. */
export function compareIdentity(left: any, right: any, op: number, same: (a: any, b: any) => boolean): Value {
  if ((op !== 2 && op !== 3) || typeOf(left) !== typeOf(right)) return NotImplemented;
  return same(left, right) === (op === 2) ? True : False;
}

/** Enters the repr of a container; true when it is already being made further up. */
export function enterRepr(vm: Vm, o: Value): boolean {
  const running = vm.reprRunning;
  if (running.includes(o)) return true;
  running.push(o);
  return false;
}

export function leaveRepr(vm: Vm, o: Value): void {
  const running = vm.reprRunning;
  running.splice(running.lastIndexOf(o), 1);
}

