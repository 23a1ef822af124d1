// convnetjs has no gradient of a function of one's own; its layers, one at a time, are what a case can ask for.
import convnetjs from "convnetjs";
import { NoSuchOp } from "../lib/vocabulary.mjs";

/** A Vol of one channel, or a list as channels. */
function vol(x) {
  const rows = Array.isArray(x?.[0]) ? x : undefined;
  const list = [x].flat(Infinity);
  const made = rows
    ? new convnetjs.Vol(rows[0].length, rows.length, 1, 0)
    : new convnetjs.Vol(1, 1, list.length, 0);
  list.forEach((number, i) => {
    made.w[i] = number;
  });
  return made;
}

/** Forward, then back from the cotangent; `others` gives further gradients. */
function through(layer, x, cotangent, others = () => []) {
  const out = layer.forward(x, true);
  out.w.forEach((_, i) => {
    out.dw[i] = cotangent?.[i] ?? 1;
  });
  layer.backward();
  const value = out.w.reduce((sum, y, i) => sum + y * out.dw[i], 0);
  return { value, grads: [...x.dw, ...others()] };
}

const one = { in_sx: 1, in_sy: 1 };
const elementwise = (Layer) => (x) => through(new Layer({ ...one, in_depth: 1 }), vol(x));

const layers = {
  relu: elementwise(convnetjs.ReluLayer),
  tanh: elementwise(convnetjs.TanhLayer),
  sigmoid: elementwise(convnetjs.SigmoidLayer),
  max: (a, b) => through(new convnetjs.MaxoutLayer({ ...one, in_depth: 2, group_size: 2 }), vol([a, b])),
  maxPool: (x) =>
    through(new convnetjs.PoolLayer({ in_sx: 2, in_sy: 2, in_depth: 1, sx: 2, stride: 2 }), vol(x)),
  conv(x, kernel) {
    const layer = new convnetjs.ConvLayer({
      in_sx: x[0].length,
      in_sy: x.length,
      in_depth: 1,
      sx: kernel[0].length,
      sy: kernel.length,
      filters: 1,
      stride: 1,
      pad: 1,
    });
    layer.filters[0] = vol(kernel);
    return through(layer, vol(x), [1, 2, 3, 4, 5, 6, 7, 8, 9], () => layer.filters[0].dw);
  },
  crossEntropy(logits) {
    const layer = new convnetjs.SoftmaxLayer({ ...one, in_depth: logits.length });
    const x = vol(logits);
    layer.forward(x, true);
    return { value: layer.backward(1), grads: Array.from(x.dw) };
  },
};

export const bits = 64;

export function gradient({ layer, at }) {
  if (!layers[layer]) throw new NoSuchOp("layers only, and none for this");
  return layers[layer](...at);
}
