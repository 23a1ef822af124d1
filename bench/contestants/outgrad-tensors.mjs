// outgrad's Tensors. The option is "compiled", the training step recorded once, or "eager"; of the products "tensor" or
// "kernel", the same on bare arrays.

import { gemm } from "../../packages/engine/dist/kernels/gemm.js";
import {
  compile,
  conv2d,
  embedding,
  gradients,
  layerNorm,
  linear,
  maxPool2d,
  scaledDotProductAttention,
  tensor,
} from "../../packages/engine/dist/node/index.js";
import { crossEntropy } from "../../packages/losses/dist/node/index.js";
import { digest } from "../workloads/tensors.mjs";
import { matricesOf } from "./layers.mjs";

const leaf = ({ data, shape }, requiresGrad = false) => tensor(data, { shape, requiresGrad });
const leaves = (part, requiresGrad) =>
  Object.fromEntries(Object.entries(part).map(([name, item]) => [name, leaf(item, requiresGrad)]));

/** Whole steps: forward, backward, descent. */
function training(parameters, rate, loss, mode) {
  const initial = parameters.map((p) => p.data.slice());
  const reset = () => {
    parameters.forEach((p, i) => {
      p.data = initial[i];
    });
  };
  if (mode === "compiled") {
    const update = { formula: "p - rate * g", numbers: { rate } };
    const compiled = compile(loss, { update });
    return { reset, step: () => compiled.step() };
  }
  const step = () => {
    const root = loss();
    for (const p of parameters) p.zeroGrad();
    root.backward();
    for (const p of parameters) {
      const { data } = p;
      const g = p.grad.data;
      for (let i = 0; i < data.length; i++) data[i] -= rate * g[i];
    }
    return root.item();
  };
  return { reset, step };
}

const losses = {
  mlp({ inputs, labels: classes }, p) {
    const [x, labels] = [leaf(inputs.x), tensor(classes)];
    return () => {
      const hidden = linear(x, p["first.weight"], p["first.bias"]).relu();
      return crossEntropy(linear(hidden, p["second.weight"], p["second.bias"]), labels);
    };
  },

  convnet({ inputs, labels: classes }, p) {
    const [images, labels] = [leaf(inputs.x), tensor(classes)];
    return () => {
      let x = images;
      for (const layer of ["first", "second"]) {
        x = maxPool2d(conv2d(x, p[`${layer}.weight`], p[`${layer}.bias`], { padding: 1 }).relu(), 2);
      }
      return crossEntropy(linear(x.flatten(1), p["last.weight"], p["last.bias"]), labels);
    };
  },

  transformer({ batch, heads, ids, labels: classes }, p) {
    const labels = tensor(classes);
    const context = ids.length / batch;
    const d = p.tokens.shape[1];
    const rows = Array.from({ length: batch }, (_, i) => ids.slice(i * context, (i + 1) * context));
    const ofLayer = (x, name) => linear(x, p[`${name}.weight`], p[`${name}.bias`]);
    const norm = (x, name) => layerNorm(x, [d], { weight: p[`${name}.weight`], bias: p[`${name}.bias`] });
    const split = (x) => x.reshape([batch, context, heads, d / heads]).transpose(1, 2);
    const attention = (x, layer) => {
      const [q, k, v] = ofLayer(x, `${layer}.in`).split(d, -1);
      const together = scaledDotProductAttention(split(q), split(k), split(v));
      return ofLayer(together.transpose(1, 2).reshape([batch, context, d]), `${layer}.out`);
    };
    return () => {
      let x = embedding(rows, p.tokens).add(p.positions);
      for (const layer of ["0", "1"]) {
        x = norm(x.add(attention(x, layer)), `${layer}.norm1`);
        x = norm(x.add(ofLayer(ofLayer(x, `${layer}.up`).gelu(), `${layer}.down`)), `${layer}.norm2`);
      }
      return crossEntropy(ofLayer(x, "head").reshape([batch * context, -1]), labels);
    };
  },
};

/** The net of moons: small tensors. */
function points(workload, mode) {
  const { inputs, targets, l2, rate } = workload;
  const float32 = (data, requiresGrad) => tensor(data, { dtype: "float32", requiresGrad });
  const layers = matricesOf(workload).map(({ weights, bias }) => ({
    weight: float32(
      weights[0].map((_, j) => weights.map((row) => row[j])),
      true,
    ),
    bias: float32(bias, true),
  }));
  const parameters = layers.flatMap(({ weight, bias }) => [weight, bias]);
  const [x, y] = [float32(inputs), float32(targets)];
  const loss = () => {
    let h = x;
    layers.forEach(({ weight, bias }, l) => {
      h = linear(h, weight, bias);
      if (l < layers.length - 1) h = h.relu();
    });
    const margins = h.reshape([targets.length]).mul(y).neg().add(1).relu().mean();
    return parameters.reduce((total, p) => total.add(p.square().sum().mul(l2)), margins);
  };
  return training(parameters, rate, loss, mode);
}

function softmax({ inputs, labels: classes }, mode) {
  const [logits, labels] = [leaf(inputs.logits, true), tensor(classes)];
  const compiled = compile((given) => crossEntropy(given, labels));
  const eager = () => {
    const loss = crossEntropy(logits, labels);
    return [loss.item(), gradients(loss, [logits])[0]];
  };
  const both = mode === "compiled" ? () => compiled.valueAndGradient(logits) : eager;
  return {
    reset() {},
    step: () => both()[0],
    results() {
      const [value, gradient] = both();
      return [value, digest(gradient.data)];
    },
  };
}

/** The product into an array that is there already, as PyTorch's with `out`; or as a Tensor. */
function product({ layout, n, inputs: { a, b } }, mode) {
  const left = layout === "TN" ? "transposed" : "plain";
  const right = layout === "NT" ? "transposed" : "plain";
  if (mode === "kernel") {
    const strides = {
      plain: { rowStride: n, columnStride: 1 },
      transposed: { rowStride: 1, columnStride: n },
    };
    const matrix = ({ data }, way) => ({ data, offset: 0, ...strides[way] });
    const [x, y, out] = [
      matrix(a, left),
      matrix(b, right),
      matrix({ data: new Float32Array(n * n) }, "plain"),
    ];
    return { reset() {}, step: () => gemm(n, n, n, x, y, out), results: () => [digest(out.data)] };
  }
  const operand = (item, way) => (way === "plain" ? leaf(item) : leaf(item).transpose());
  const [x, y] = [operand(a, left), operand(b, right)];
  return { reset() {}, step: () => x.matmul(y), results: () => [digest(x.matmul(y).data)] };
}

export function make(workload, mode) {
  const { kind, trained, rate } = workload;
  if (kind === "gemm") return product(workload, mode);
  if (kind === "softmax") return softmax(workload, mode);
  if (kind === "margin") return points(workload, mode);
  const p = leaves(trained, true);
  return training(Object.values(p), rate, losses[kind](workload, p), mode);
}
