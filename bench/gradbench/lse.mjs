// log(sum of exp(x_i)), shifted by the largest so that nothing overflows.
import { asConstant } from "../../packages/engine/dist/node/index.js";

/** With Values. The shift changes no derivative, so none is sent through it. */
export function logSumExp(values) {
  const top = asConstant(values.reduce((a, b) => a.max(b)));
  let sum = values[0].sub(top).exp();
  for (let i = 1; i < values.length; i++) sum = sum.add(values[i].sub(top).exp());
  return sum.log().add(top);
}

/** The problem over Values: its parameters as one flat list, and the function of them. */
export const overValues = ({ x }) => ({ parameters: x, objective: logSumExp });

/** Value and gradient by hand. */
export function byHand({ x }) {
  return () => {
    const out = new Float64Array(x.length + 1);
    let top = Number.NEGATIVE_INFINITY;
    for (const v of x) top = Math.max(top, v);
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      out[i + 1] = Math.exp(x[i] - top);
      sum += out[i + 1];
    }
    for (let i = 1; i < out.length; i++) out[i] /= sum;
    out[0] = Math.log(sum) + top;
    return out;
  };
}
