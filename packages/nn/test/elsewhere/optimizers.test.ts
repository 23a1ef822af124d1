import { cpu, type Tensor, tensor, useBackend, value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { afterEach, describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import {
  Adadelta,
  Adagrad,
  Adam,
  AdamW,
  LBFGS,
  NAdam,
  type Optimizer,
  type Parameter,
  RAdam,
  RMSprop,
  readNumbers,
  SGD,
} from "../../src/index.js";
import { remote } from "./remote.js";

afterEach(() => {
  useBackend(cpu);
});

type Make = (parameters: Iterable<Parameter>) => Optimizer;

const optimizers: Readonly<Record<string, Make>> = {
  SGD: (ps) => new SGD(ps, { lr: 0.1, weightDecay: 0.01 }),
  "SGD with momentum": (ps) => new SGD(ps, { lr: 0.1, momentum: 0.9, dampening: 0.2 }),
  "SGD with nesterov": (ps) => new SGD(ps, { lr: 0.1, momentum: 0.9, nesterov: true, maximize: true }),
  Adam: (ps) => new Adam(ps, { lr: 0.1, weightDecay: 0.01 }),
  "Adam with amsgrad": (ps) => new Adam(ps, { lr: 0.1, amsgrad: true }),
  AdamW: (ps) => new AdamW(ps, { lr: 0.1 }),
  NAdam: (ps) => new NAdam(ps, { lr: 0.1 }),
  RAdam: (ps) => new RAdam(ps, { lr: 0.1 }),
  RMSprop: (ps) => new RMSprop(ps),
  "RMSprop with momentum": (ps) => new RMSprop(ps, { momentum: 0.9 }),
  "RMSprop, centered": (ps) => new RMSprop(ps, { centered: true }),
  "RMSprop, centered with momentum": (ps) => new RMSprop(ps, { centered: true, momentum: 0.9 }),
  Adagrad: (ps) => new Adagrad(ps, { lr: 0.1, lrDecay: 0.1, initialAccumulatorValue: 0.1 }),
  Adadelta: (ps) => new Adadelta(ps, { weightDecay: 0.01 }),
};

test("every optimiser is here, or, as LBFGS, tested by itself", () => {
  const names = Object.entries(nn).flatMap(([name, found]) =>
    "prototype" in found && found.prototype instanceof nn.Optimizer ? [name] : [],
  );
  const here = Object.keys(optimizers).map((name) => name.split(/\W/)[0] as string);
  expect([...new Set(here)].sort()).toEqual(names.filter((name) => name !== "LBFGS").sort());
});

const start = Float32Array.of(1, -2, 0.5, 3, -0.1, 0);
const leaf = () => tensor(start, { shape: [2, 3], requiresGrad: true });

/** Gradients of twelve steps; at the fourth there is none. */
const gradients = Array.from({ length: 12 }, (_, step) => {
  const stream = random(step);
  return step === 3 ? null : Float32Array.from(start, () => stream.normal());
});

const give = (p: Tensor, g: Float32Array | null, away?: ReturnType<typeof remote>) => {
  const grad = g && (tensor(g, { shape: [2, 3] }) as Tensor);
  p.grad = grad && away ? grad.to(away) : grad;
};

describe.each(Object.entries(optimizers))("%s on another backend", (_, make) => {
  test("step() changes a Tensor there as it does here, bit for bit, and reads nothing", async () => {
    const far = remote();
    const [here, there] = [leaf(), leaf()];
    const [one, two] = [make([here]), make([there])];
    for (const g of gradients) {
      give(here, g);
      give(there, g, far);
      one.step();
      two.step();
    }
    expect(there.backend).toBe(far);
    expect(far.programs).toBe(11);
    expect(await there.read()).toEqual(here.data);
  });

  test("its program, op by op in float32, is within 2e-6 of the loop after twelve steps", async () => {
    const far = remote({ programs: false });
    const [here, there] = [leaf(), leaf()];
    const [one, two] = [make([here]), make([there])];
    for (const g of gradients) {
      give(here, g);
      give(there, g, far);
      one.step();
      two.step();
    }
    const found = await there.read();
    const largest = Math.max(...here.data.map(Math.abs));
    found.forEach((x, i) => {
      expect(Math.abs(x - (here.data[i] as number)) / largest).toBeLessThan(2e-6);
    });
  });

  test("its state is here after await readNumbers(optimizer), and goes on there and here alike", async () => {
    const far = remote();
    const [here, there] = [leaf(), leaf()];
    const [one, two] = [make([here]), make([there])];
    for (const g of gradients.slice(0, 6)) {
      give(here, g);
      give(there, g, far);
      one.step();
      two.step();
    }
    const hasMemory = Object.keys(one.state().memory[0]?.arrays ?? {}).length > 0;
    if (hasMemory) {
      expect(() => two.state()).toThrow(
        /^\w+\.state: the numbers of the array \w+ are on remote; call it after await/,
      );
    }
    await readNumbers(two, there);
    expect(two.state()).toEqual(one.state());
    const [third, fourth] = [leaf(), leaf()];
    third.data = there.data;
    fourth.data = there.data;
    const [three, four] = [make([third]), make([fourth])];
    three.load(structuredClone(two.state()));
    four.load(structuredClone(two.state()));
    for (const g of gradients.slice(6)) {
      give(here, g);
      give(there, g, far);
      give(third, g, far);
      give(fourth, g);
      for (const each of [one, two, three, four]) each.step();
    }
    expect(await there.read()).toEqual(here.data);
    expect(await third.read()).toEqual(here.data);
    expect(fourth.data).toEqual(here.data);
  });
});

test("step() refuses a gradient of another shape there too, and changes nothing", async () => {
  const far = remote();
  const [p, v] = [leaf().to(far).detach(), value(1)];
  const optimizer = new SGD([v, p], { lr: 1 });
  v.grad = 1;
  (p as Tensor).grad = tensor([1, 2]).to(far);
  expect(() => optimizer.step()).toThrow("SGD.step: the gradient of parameter number 1 has the shape [2]");
  expect([v.data, await p.read()]).toEqual([1, start]);
});

test("a parameter comes back with numbers that are given to it, once its memory has been read", async () => {
  const far = remote();
  const p = leaf();
  const optimizer = new Adam([p], { lr: 0.1 });
  give(p, gradients[0] ?? null, far);
  optimizer.step();
  p.data = start;
  give(p, gradients[1] ?? null);
  expect(() => optimizer.step()).toThrow(
    "Adam.step: the numbers of the array mean are on remote; call it after await readNumbers(...).",
  );
  expect(p.data).toEqual(start);
  await readNumbers(optimizer);
  optimizer.step();
  expect(p.backend).toBe(cpu);
  expect(p.data).not.toEqual(start);
});

test("a NaN spreads there instead of being found", async () => {
  const far = remote();
  const p = leaf();
  give(
    p,
    start.map((_, i) => (i === 1 ? Number.NaN : 1)),
    far,
  );
  new SGD([p], { lr: 1 }).step();
  expect((await p.read()).map((x) => Number(Number.isNaN(x)))).toEqual(Float32Array.of(0, 1, 0, 0, 0, 0));
});

test("LBFGS.step throws where the parameters are elsewhere, and where only their gradients are", () => {
  const far = remote();
  const away = leaf().to(far).detach();
  const sentence =
    "LBFGS.step: parameter number 0 or its gradient is on remote, and each iteration looks at all numbers";
  expect(() => new LBFGS([away]).step(() => away.sum())).toThrow(sentence);
  const p = leaf();
  useBackend(far);
  const closure = () => {
    const loss = p.square().sum();
    loss.backward();
    return loss;
  };
  expect(() => new LBFGS([p]).step(closure)).toThrow(sentence);
  expect(p.data).toEqual(start);
});
