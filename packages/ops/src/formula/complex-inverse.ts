import { asinh, log1p, atan as realAtan } from "../intrinsics.js";
import { argument, type Complex, divide, multiply } from "./complex-number.js";
import { sqrt } from "./complex-root.js";

/** sqrt(z + 1) and so on; a real z keeps its side of the cut. */
const plusOne = ([x, y]: Complex): Complex => sqrt([x + 1, y]);
const minusOne = ([x, y]: Complex): Complex => sqrt([x - 1, y]);
const oneMinus = ([x, y]: Complex): Complex => sqrt([1 - x, -y]);
const conjugate = ([x, y]: Complex): Complex => [x, -y];

/** The real part by an arc tangent and the imaginary part by an arsinh, as Kahan has it, so that neither cancels. */
function asin(z: Complex): Complex {
  const [above, below] = [plusOne(z), oneMinus(z)];
  return [realAtan(z[0] / multiply(above, below)[0]), asinh(multiply(conjugate(below), above)[1])];
}

function acos(z: Complex): Complex {
  const [above, below] = [plusOne(z), oneMinus(z)];
  return [2 * realAtan(below[0] / above[0]), asinh(multiply(conjugate(above), below)[1])];
}

function acosh(z: Complex): Complex {
  const [above, below] = [plusOne(z), minusOne(z)];
  return [asinh(multiply(conjugate(below), above)[0]), 2 * realAtan(below[1] / above[0])];
}

/** Half the difference of the angles of 1 + z and 1 - z, and of the logarithms of their sizes. */
function atanh([x, y]: Complex): Complex {
  const size = Math.abs(x);
  const part = 0.25 * log1p((4 * size) / ((1 - size) * (1 - size) + y * y));
  return [x < 0 ? -part : part, 0.5 * (argument([1 + x, y]) - argument([1 - x, -y]))];
}

/** f(iz) / i turned back: asinh(z) = asin(iz) / i, atan(z) = atanh(iz) / i. */
function turned(f: (z: Complex) => Complex, [x, y]: Complex): Complex {
  const [re, im] = f([-y, x]);
  return [im, 0 - re];
}

const atan = (z: Complex) => turned(atanh, z);

/** atan(z / w) in the right half plane, and continued around the origin by the real parts. */
function atan2(z: Complex, w: Complex): Complex {
  const above = z[0] < 0 || Object.is(z[0], -0) ? -1 : 1;
  const steep = Math.abs(z[0]) > Math.abs(w[0]);
  const [angle, im] = steep ? atan(divide(w, z)) : z[0] === 0 && w[0] === 0 ? [0, 0] : atan(divide(z, w));
  if (steep) return [above * 0.5 * Math.PI - angle, 0 - im];
  return [w[0] < 0 || Object.is(w[0], -0) ? angle + above * Math.PI : angle, im];
}

/** The inverse trigonometric and hyperbolic functions, on their principal branches. */
export const inverse = { acos, acosh, asin, asinh: (z: Complex) => turned(asin, z), atan, atan2, atanh };
