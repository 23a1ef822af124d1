// What a long run does again and again, one way of each kind, and ways to leak that the measurement must see.
import { compile, randn, tensor, valueAndGrad } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { setNumThreads } from "@outgrad/engine/threads";
import * as nn from "@outgrad/nn";
import { makeMode, modes as scalarModes } from "../../bench/lib/modes.mjs";
import { training } from "../../bench/lib/tensor-training.mjs";
import { workload } from "../../bench/workloads/data.mjs";

const often = 100_000;

/** A mode of the scalar engines; its weights start anew now and then, so that they stay numbers. */
async function scalars(name) {
  const contestant = (await makeMode(name, workload("tiny")))();
  let count = 0;
  return () => {
    if (count++ % 1000 === 0) contestant.reset();
    contestant.step();
  };
}

/** An optimiser on eight numbers, towards 1. */
function optimiser(make) {
  const weights = tensor([8, -7, 6, -5, 4, -3, 2, -1], { requiresGrad: true });
  const optimizer = make([weights]);
  const { length } = weights.data;
  return () => {
    weights.grad = tensor(Array.from({ length }, (_, i) => (weights.data[i] - 1) / 10));
    optimizer.step();
  };
}

/** L-BFGS calls what it minimises as often as it likes. */
function lbfgs() {
  const weights = tensor([8, -7, 6, -5], { requiresGrad: true });
  const optimizer = new nn.LBFGS([weights], { lr: 0.01 });
  const loss = () => {
    optimizer.zeroGrad();
    const found = weights.sub(1).square().sum();
    found.backward();
    return found;
  };
  return () => optimizer.step(loss);
}

/** Products large enough to be shared by two threads: a step takes milliseconds. */
async function threads() {
  const { threads, why } = await setNumThreads(2);
  if (threads !== 2) throw new Error(why);
  const draw = random(1);
  const a = randn([256, 256], draw, { dtype: "float32", requiresGrad: true });
  const b = randn([256, 256], draw, { dtype: "float32" });
  return () => {
    a.grad = null;
    a.matmul(b).sum().backward();
  };
}

/** A function of Tensors that is compiled anew each time, and one that is only called. */
const compiling = () => {
  const x = tensor([1, 2, 3], { requiresGrad: true });
  return () => compile(() => x.mul(x).sum()).step();
};
const transforms = () => {
  const f = valueAndGrad((x) => x.mul(x).sum());
  const x = tensor([1, 2, 3]);
  return () => f(x);
};

const rules = {
  SGD: (p) => new nn.SGD(p, { lr: 0.01, momentum: 0.9, nesterov: true }),
  Adam: (p) => new nn.Adam(p),
  AdamW: (p) => new nn.AdamW(p),
  NAdam: (p) => new nn.NAdam(p),
  RAdam: (p) => new nn.RAdam(p),
  RMSprop: (p) => new nn.RMSprop(p),
  Adagrad: (p) => new nn.Adagrad(p),
  Adadelta: (p) => new nn.Adadelta(p),
};

const leaks = {
  "an object a step": () => {
    const kept = [];
    return () => kept.push({});
  },
  "a buffer in ten steps": () => {
    const kept = [];
    let count = 0;
    return () => count++ % 10 === 0 && kept.push(new Float64Array(16));
  },
  "a page of WebAssembly in a thousand steps": () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    let count = 0;
    return () => count++ % 1000 === 0 && memory.grow(1);
  },
};

const mode = (make, steps = often) => ({ make, steps });

/** By name: `make` gives a function that does one step; `steps` is how many of them are a long run. */
export const modes = {
  ...Object.fromEntries(scalarModes.map(({ name }) => [name, mode(() => scalars(name))])),
  "Tensor, eager": mode(() => training("eager").step),
  "Tensor, compiled": mode(() => training("compiled").step),
  "Tensor, a function's gradient": mode(transforms),
  "Tensor, compiled anew": mode(compiling, 5_000),
  "two threads": mode(threads, 3_000),
  ...Object.fromEntries(Object.entries(rules).map(([name, make]) => [name, mode(() => optimiser(make))])),
  LBFGS: mode(lbfgs),
  ...Object.fromEntries(Object.entries(leaks).map(([name, make]) => [name, mode(make)])),
};
