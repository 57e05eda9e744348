// _random: the Mersenne Twister as a type. Mirrors Modules/_randommodule.c over base/random.ts. See docs/base.md.
import { MersenneTwister, nextDouble, randomBits, seedByArray, seedByInt, setTwisterState, twisterState } from "../base/random.ts";
import {
  asIndex,
  bigValue,
  type Container,
  defineModule,
  defineType,
  hash,
  isBigOrInt,
  isTuple,
  memoryError,
  type ModuleSpec,
  newFloat,
  newInt,
  newSubclassInstance,
  newTuple,
  None,
  overflowError,
  TPFLAGS_BASETYPE,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
} from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("_random");
const twisterOf = (self: Value): MersenneTwister => (self as Container).data as MersenneTwister;

function seed(vm: Vm, self: Value, n?: Value): void {
  const twister = twisterOf(self);
  if (n === undefined || n === None) {
    // A host without a source of entropy gives the same numbers every time.
    const bytes = (vm.host.entropy?.random(624 * 4) ?? new Uint8Array(624 * 4)).slice();
    seedByArray(twister, new Uint32Array(bytes.buffer, 0, 624));
    return;
  }
  if (isBigOrInt(n)) {
    const value = bigValue(n);
    seedByInt(twister, value < 0n ? -value : value);
  } else seedByInt(twister, BigInt.asUintN(64, BigInt(hash(vm, n))));
}

/** A word of setstate(): a C unsigned long, of which 32 bits are kept. */
function stateWord(vm: Vm, v: Value): number {
  if (!isBigOrInt(v)) throw typeError(vm, "an integer is required");
  const word = bigValue(v);
  if (word < 0n) throw overflowError(vm, "can't convert negative value to unsigned int");
  if (word > 0xffffffffffffffffn) throw overflowError(vm, "Python int too large to convert to C unsigned long");
  return Number(word & 0xffffffffn);
}

const RandomType: TypeRec = defineType({
  name: "_random.Random",
  doc: D.doc("Random"),
  ...D.signature("Random"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    random: D.method("Random.random", (_vm: Vm, self: Value) => newFloat(nextDouble(twisterOf(self)))),
    seed: D.method("Random.seed", seed),
    getstate: D.method("Random.getstate", (vm: Vm, self: Value) => newTuple(vm, twisterState(twisterOf(self)).map((word) => newInt(word)))),
    setstate: D.method("Random.setstate", (vm: Vm, self: Value, state: Value) => {
      if (!isTuple(state)) throw typeError(vm, "state vector must be a tuple");
      const items = state.data as Value[];
      if (items.length !== 625) throw valueError(vm, "state vector is the wrong size");
      const words = items.slice(0, 624).map((v) => stateWord(vm, v));
      const index = asIndex(vm, items[624]!);
      if (index > 0x7fffffffffffffffn || index < -0x8000000000000000n) throw overflowError(vm, "Python int too large to convert to C long");
      if (index < 0 || index > 624) throw valueError(vm, "invalid state");
      words.push(Number(index));
      setTwisterState(twisterOf(self), words);
    }),
    getrandbits: D.method("Random.getrandbits", (vm: Vm, self: Value, k: Value) => {
      const bits = asIndex(vm, k);
      if (bits < 0) throw valueError(vm, "Cannot convert negative int");
      if (bits > 0xffffffffffffffffn) throw overflowError(vm, "Python int too large for C uint64_t");
      // The host's integers end here.
      if (bits > 2 ** 30) throw memoryError(vm);
      return newInt(randomBits(twisterOf(self), Number(bits)));
    }),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new MersenneTwister()),
    tp_init: (vm, self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0 && typeOf(self).tp_init === RandomType.tp_init) throw typeError(vm, "Random() takes no keyword arguments");
      const given = args.length - (kwnames?.length ?? 0);
      if (given > 1) throw typeError(vm, `Random expected at most 1 argument, got ${given}`);
      seed(vm, self, given > 0 ? args[0] : undefined);
    },
  },
});

export const randomModule: ModuleSpec = defineModule({ name: "_random", doc: D.doc(""), types: { Random: RandomType } });
