import type { Intrinsics } from "./intrinsic.js";

/**
 * From x (or 2x, ...) as `t`: the integer k and the small number r + tail with t = k log 2 + r + tail, and
 * even + odd = exp(r) - 1 - r, split into cosh(r) - 1 and sinh(r) - r. |r| is at most log(2) / 2.
 * ln2High ends in 21 zero bits, so that k * ln2High is exact.
 */
export const reduceByLn2 = `
  k = nearest(t * 1.4426950408889634)
  high = t - k * 0.6931471803691238
  low = k * 1.9082149292705877e-10
  r = high - low
  tail = high - r - low
`;

export const evenAndOdd = `
  z = r * r
  even = z * (0.5 + z * (0.04166666666666667 + z * (0.0013888888888882133 + z * (2.4801587330117302e-05
    + z * (2.755726879790594e-07 + z * 2.091641704006988e-09)))))
  odd = r * z * (0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365
    + z * (2.755724722941529e-06 + z * 2.5109717341139595e-08))))
`.replace(/\n {4}/g, " ");
