import { compile, log, tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/minimize.json" with { type: "json" };
import { type DescentOptions, LBFGS, MLP, minimize } from "../src/index.js";
import { compiled, objectives } from "./objectives.js";

const rosenbrock = objectives.rosenbrock as (x: Value[]) => Value;
const start = (): Value[] => [value(-1.2, "x"), value(1, "y")];
const dataOf = (parameters: readonly Value[]) => parameters.map(({ data }) => data);
const gradsOf = (parameters: readonly Value[]) => parameters.map(({ grad }) => grad);

/** The closure that a user of PyTorch would write. */
const closureOf = (optimizer: LBFGS, parameters: Value[]) => () => {
  optimizer.zeroGrad();
  const loss = rosenbrock(parameters);
  loss.backward();
  return loss;
};

describe("LBFGS.step(closure)", () => {
  test("finds the bottom of Rosenbrock's valley, twenty iterations at a time", () => {
    const parameters = start();
    const optimizer = new LBFGS(parameters, { maxEval: 100 });
    const closure = closureOf(optimizer, parameters);
    expect(optimizer.step(closure)).toMatchObject({ converged: false, iterations: 20, why: "maxIter" });
    expect(optimizer.step(closure).converged).toBe(true);
    for (const { data } of parameters) expect(Math.abs(data - 1)).toBeLessThan(1e-6);
  });

  test.each(golden.minima)("goes the way of minimize on $name", ({ name, start }) => {
    const parameters = start.map((x) => value(x));
    const optimizer = new LBFGS(parameters, { maxIter: 50 });
    const found = optimizer.step(() => {
      const loss = (objectives[name] as typeof rosenbrock)(parameters);
      loss.backward();
      return loss.data;
    });
    // Both count in the same order, but a compiled gradient may add up in another.
    const expected = minimize(compiled(name), start, { maxIter: 50 });
    expect(found.iterations).toBe(expected.iterations);
    expect(found.value / expected.value).toBeCloseTo(1, 3);
    expect(dataOf(parameters)).toEqual([...found.x]);
  });

  test("goes the same way with a Tensor as with Values, and resumes from its state", () => {
    const values = start();
    const tensors = () => tensor([-1.2, 1], { requiresGrad: true });
    const loss = (p: ReturnType<typeof tensors>) => {
      const [x, y] = [p.slice(0, 0, 1), p.slice(0, 1, 2)];
      const l = x.sub(1).square().add(y.sub(x.square()).square().mul(100)).sum();
      l.backward();
      return l;
    };
    const one = new LBFGS(values, { maxIter: 15 });
    const found = one.step(closureOf(one, values));
    const p = tensors();
    const two = new LBFGS([p], { maxIter: 15 });
    const reached = two.step(() => loss(p));
    expect(reached.iterations).toBe(found.iterations);
    reached.x.forEach((x, i) => {
      expect(Math.abs(x - (found.x[i] as number))).toBeLessThan(1e-9);
    });
    expect([...p.data]).toEqual([...reached.x]);
    expect([...(p.grad?.data ?? [])]).toEqual([...reached.gradient]);
    const q = tensors();
    q.data = p.data.slice();
    const three = new LBFGS([q]);
    three.load(structuredClone(two.state()));
    two.step(() => loss(p));
    three.step(() => loss(q));
    expect([...q.data]).toEqual([...p.data]);
  });

  test("takes a compiled step", () => {
    const parameters = start();
    const train = compile(() => rosenbrock(parameters));
    const optimizer = new LBFGS(parameters, { maxIter: 100 });
    expect(optimizer.step(() => train.step()).converged).toBe(true);
    for (const { data } of parameters) expect(Math.abs(data - 1)).toBeLessThan(1e-6);
  });

  test("leaves data, grads, and what it gives at the last iteration", () => {
    const parameters = start();
    const optimizer = new LBFGS(parameters, { maxIter: 3 });
    const { x, value: loss, gradient } = optimizer.step(closureOf(optimizer, parameters));
    expect(dataOf(parameters)).toEqual([...x]);
    expect(gradsOf(parameters)).toEqual([...gradient]);
    expect(rosenbrock(parameters).data).toBe(loss);
  });

  test("two steps of ten iterations are one of twenty, bit for bit", () => {
    const [once, twice] = [start(), start()];
    const one = new LBFGS(once, { maxIter: 20, maxEval: 100 });
    one.step(closureOf(one, once));
    const two = new LBFGS(twice, { maxIter: 10, maxEval: 100 });
    for (let i = 0; i < 2; i++) two.step(closureOf(two, twice));
    expect(dataOf(twice)).toEqual(dataOf(once));
  });

  test("T155 goes on bit for bit from a state that went through JSON", () => {
    const first = start();
    const optimizer = new LBFGS(first, { maxIter: 7 });
    optimizer.step(closureOf(optimizer, first));
    const second = dataOf(first).map((x) => value(x));
    const other = new LBFGS(second);
    other.load(JSON.parse(JSON.stringify(optimizer.state())));
    expect(other.state()).toEqual(optimizer.state());
    optimizer.step(closureOf(optimizer, first));
    other.step(closureOf(other, second));
    expect(dataOf(second)).toEqual(dataOf(first));
  });

  test("T154 leaves a parameter without a gradient alone", () => {
    const [used, unused] = [value(5), value(2)];
    new LBFGS([used, unused]).step(() => {
      const loss = used.sub(1).square();
      loss.backward();
      return loss;
    });
    expect(used.data).toBeCloseTo(1, 12);
    expect([unused.data, unused.hasGrad]).toEqual([2, false]);
  });

  test("takes shorter steps where the loss is NaN: x - log(x) from 0.01", () => {
    const x = value(0.01, "x");
    const { converged } = new LBFGS([x]).step(() => {
      const loss = x.sub(log(x));
      loss.backward();
      return loss;
    });
    expect(converged).toBe(true);
    expect(Math.abs(x.data - 1)).toBeLessThan(1e-6);
  });

  test("fits a small net", () => {
    const net = new MLP(2, [4, 1], { activation: "tanh", seed: 1 });
    const corners = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const train = compile(() =>
      corners
        .map(([a = 0, b = 0]) => (net.forward([a, b])[0] as Value).sub(a === b ? -1 : 1).square())
        .reduce((sum, miss) => sum.add(miss)),
    );
    const { value: loss } = new LBFGS(net.parameters(), { maxIter: 200 }).step(() => train.step());
    expect(loss).toBeLessThan(1e-6);
  });

  test("a closure that throws leaves the parameters where the last iteration led", () => {
    const parameters = start();
    const optimizer = new LBFGS(parameters, { maxIter: 2 });
    optimizer.step(closureOf(optimizer, parameters));
    const before = dataOf(parameters);
    let calls = 0;
    const failing = () => {
      if (++calls === 2) throw new Error("not today");
      return closureOf(optimizer, parameters)();
    };
    expect(() => optimizer.step(failing)).toThrow("not today");
    expect(dataOf(parameters)).toEqual(before);
  });

  test.each<[string, (x: Value) => unknown, string]>([
    [
      "gives nothing",
      (x) => x.backward(),
      "LBFGS.step: the closure must give the loss, a number, Value or Tensor; it gave undefined. Did it forget to return?",
    ],
    [
      "runs no backward",
      (x) => x.square(),
      "LBFGS.step: the closure gave no parameter a gradient; let it call loss.backward().",
    ],
    [
      "gives NaN",
      (x) => {
        x.backward();
        return Number.NaN;
      },
      "LBFGS.step: the value at the start is NaN; start where the function is finite.",
    ],
    [
      "gives a gradient of NaN",
      (x) => {
        x.grad = Number.NaN;
        return 1;
      },
      'LBFGS.step: the gradient of parameter "x" (number 0) is NaN; nothing was changed.',
    ],
  ])("refuses a closure that %s, and changes nothing", (_, closure, sentence) => {
    const x = value(3, "x");
    expect(() => new LBFGS([x]).step(() => closure(x) as Value)).toThrow(sentence);
    expect(x.data).toBe(3);
  });

  test("T156 names a Tensor and the place in it where the gradient is not finite, and changes nothing", () => {
    const [v, w] = [
      tensor([1, 2], { requiresGrad: true }),
      tensor([[4, 0, 9]], { requiresGrad: true }),
    ] as const;
    w.label = "head.weight";
    const optimizer = new LBFGS([v, w]);
    const before = optimizer.state();
    const closure = () => {
      const loss = w.sqrt().sum().add(v.square().sum());
      loss.backward();
      return loss;
    };
    expect(() => optimizer.step(closure)).toThrow(
      'LBFGS.step: the gradient of parameter "head.weight" (number 1), at number 1 of its 3, is Infinity; nothing was changed.',
    );
    expect([v.toArray(), w.toArray(), optimizer.state()]).toEqual([[1, 2], [[4, 0, 9]], before]);
  });

  test("T156 refuses a parameter that is NaN, by name", () => {
    expect(() => new LBFGS([value(1), value(Number.NaN, "w")]).step(() => 1)).toThrow(
      'LBFGS.step: the data of parameter "w" (number 1) is NaN; nothing was changed.',
    );
  });
});

describe("LBFGS", () => {
  test("lr can follow a schedule, and is checked when set", () => {
    const optimizer = new LBFGS([value(1)]);
    optimizer.lr = 0.5;
    expect([optimizer.lr, optimizer.state().options.lr]).toEqual([0.5, 0.5]);
    expect(() => {
      optimizer.lr = -1;
    }).toThrow("LBFGS: lr is a finite number >= 0; got -1.");
    expect(optimizer.lr).toBe(0.5);
  });

  const a = value(1, "a");
  test.each<[string, unknown, DescentOptions, string]>([
    [
      "no list",
      undefined,
      {},
      "LBFGS: expected a list of parameters, such as net.parameters(); got undefined.",
    ],
    ["a result", [a.mul(2)], {}, "LBFGS: parameter 0 is the result of mul; only leaves can be trained."],
    ["the same Value twice", [a, a], {}, "LBFGS: parameters 0 and 1 are the same;"],
    ["maxIter 0", [a], { maxIter: 0 }, "LBFGS: maxIter is the number of iterations, an integer >= 1; got 0."],
  ])("refuses %s", (_, parameters, options, sentence) => {
    expect(() => new LBFGS(parameters as Value[], options)).toThrow(sentence);
  });

  test("load refuses what does not fit, and keeps its own state", () => {
    const parameters = start();
    const optimizer = new LBFGS(parameters);
    optimizer.step(closureOf(optimizer, parameters));
    const state = optimizer.state();
    const lists = "LBFGS.load: each move and change must be a list of 2 finite numbers";
    const bad: [unknown, string][] = [
      [undefined, "LBFGS.load: expected a state() of LBFGS, got one of undefined."],
      [{ ...state, name: "Adam" }, 'LBFGS.load: expected a state() of LBFGS, got one of "Adam".'],
      [{ ...state, pairs: [{ move: [1], change: [1] }] }, lists],
      [{ ...state, pairs: [{ move: [1, 2] }] }, lists],
      [{ ...state, pairs: [null] }, lists],
      [{ ...state, pairs: [{ move: [1, 2], change: [1, null] }] }, lists],
      [{ ...state, options: { lr: -1 } }, "LBFGS: lr is a finite number >= 0; got -1."],
    ];
    for (const [given, sentence] of bad) {
      expect(() => optimizer.load(given as typeof state)).toThrow(sentence);
      expect(optimizer.state()).toEqual(state);
    }
  });
});
