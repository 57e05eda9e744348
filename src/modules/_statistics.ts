// _statistics: the inverse of the normal distribution. Mirrors Modules/_statisticsmodule.c; the approximation is Wichura's AS241. See docs/modules.md.
import { log } from "../base/math-core.ts";
import { asDouble, defineModule, func, type ModuleSpec, newFloat, type Value, valueError, type Vm } from "../core/api.ts";

/** Coefficients of the rational approximations, highest power first: [numerator, denominator]. */
const CENTRAL = [
  [2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608],
  [5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4, 5.394196021424751108e3, 6.871870074920579083e2, 4.2313330701600911252e1, 1],
] as const;
const MIDDLE = [
  [7.7454501427834140764e-4, 2.2723844989269184583e-2, 2.4178072517745061177e-1, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734],
  [1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1, 6.897673349851000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1],
] as const;
const TAIL = [
  [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.65321895265761230930e-2, 2.9656057182850489123e-1, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772],
  [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 1.48753612908506148525e-2, 1.3692988092273580531e-1, 5.9983220655588793769e-1, 1],
] as const;

function ratio([numerator, denominator]: readonly (readonly number[])[], r: number): number {
  const horner = (coefficients: readonly number[]): number => coefficients.reduce((sum, c) => sum * r + c);
  return horner(numerator!) / horner(denominator!);
}

function inverse(vm: Vm, pArgument: Value, muArgument: Value, sigmaArgument: Value): Value {
  const p = asDouble(vm, pArgument);
  const mu = asDouble(vm, muArgument);
  const sigma = asDouble(vm, sigmaArgument);
  if (p <= 0 || p >= 1 || sigma <= 0) throw valueError(vm, "inv_cdf undefined for these parameters");
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const [numerator, denominator] = CENTRAL;
    const horner = (coefficients: readonly number[]): number => coefficients.reduce((sum, c) => sum * r + c);
    return newFloat(mu + ((horner(numerator) * q) / horner(denominator)) * sigma);
  }
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p));
  const x = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5);
  return newFloat(mu + (q < 0 ? -x : x) * sigma);
}

export const statisticsModule: ModuleSpec = defineModule({
  name: "_statistics",
  doc: "Accelerators for the statistics module.\n",
  functions: { _normal_dist_inv_cdf: func("($module, p, mu, sigma, /)", null, inverse) },
});
