import { type Tensor, tensor, type Value, value } from "@outgrad/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../golden/optimizers.json" with { type: "json" };
import { type Memory, MLP, type Optimizer, type Parameter } from "../src/index.js";

type Options = Record<string, unknown>;

/** What every optimiser owes: PyTorch's numbers, a state that survives JSON, and no step on bad gradients. */
export function optimizerSuite<O extends Options>(
  name: string,
  make: (parameters: Iterable<Parameter>, options: O) => Optimizer,
  bowlOptions: O,
): void {
  const velocity = "momentum" in make([value(0)], bowlOptions).state().options ? { momentum: 0.9 } : {};
  const start = () => golden.start.map((x, i) => value(x, `p${i}`));

  /** A step with these gradients; null for none. */
  const step = (optimizer: Optimizer, grads: readonly (number | null)[]) => {
    optimizer.zeroGrad();
    optimizer.parameters.forEach((p, i) => {
      const grad = grads[i] as number | null;
      if (grad !== null) p.grad = grad;
    });
    optimizer.step();
  };

  const cases = golden.cases.filter((example) => example.name === name);

  test(`${name} has golden cases`, () => {
    expect(cases.length).toBeGreaterThan(3);
  });

  describe.each(cases)(`${name}($options)`, ({ options, data, float32 }) => {
    test("follows PyTorch for twenty steps, with missing gradients", () => {
      const parameters = start();
      const optimizer = make(parameters, options as never);
      golden.grads.forEach((grads, i) => {
        step(optimizer, grads);
        (data[i] as number[]).forEach((expected, j) => {
          const found = (parameters[j] as Value).data;
          expect(Math.abs(found / expected - 1), `step ${i}, p${j}`).toBeLessThan(5e-13);
        });
      });
    });

    test("follows PyTorch for twenty steps of a Tensor in float32", () => {
      const p = tensor(Float32Array.from(golden.float32.start), { requiresGrad: true });
      const optimizer = make([p], options as never);
      for (const row of golden.float32.grads) {
        p.grad = tensor(Float32Array.from(row));
        optimizer.step();
      }
      const largest = Math.max(...float32.map(Math.abs));
      p.data.forEach((x, i) => {
        expect(Math.abs(x - (float32[i] as number)) / largest).toBeLessThan(2e-6);
      });
    });

    test("does with Tensors in float64 what it does with Values, bit for bit, and resumes as they do", () => {
      const rows = golden.float32.grads;
      const values = golden.float32.start.map((x) => value(x));
      const [a, b, c, d] = golden.float32.start as [number, number, number, number];
      const tensors = () => [tensor([[a], [b]], { requiresGrad: true }), value(c), tensor(d)] as const;
      const row = (ps: ReturnType<typeof tensors>, [g0, g1, g2, g3]: number[]) => {
        ps[0].grad = tensor([[g0 as number], [g1 as number]]);
        ps[1].grad = g2 as number;
        ps[2].grad = tensor(g3 as number);
      };
      const [first, second] = [tensors(), tensors()];
      const [one, two, other] = [
        make(values, options as never),
        make(first, options as never),
        make(second, bowlOptions),
      ];
      rows.forEach((grads, k) => {
        step(one, grads);
        row(first, grads);
        two.step();
        if (k === 9) {
          second.forEach((p, i) => {
            const from = first[i] as Tensor;
            p.data = (typeof from.data === "number" ? from.data : from.data.slice()) as never;
          });
          other.load(structuredClone(two.state()));
        } else if (k > 9) {
          row(second, grads);
          other.step();
        }
      });
      const numbers = ([t, v, u]: ReturnType<typeof tensors>) => [...t.data, v.data, ...u.data];
      expect(numbers(first)).toEqual(values.map((p) => p.data));
      expect(numbers(second)).toEqual(numbers(first));
    });

    test("T155 goes on bit for bit from a copy of its state", () => {
      const parameters = start();
      const optimizer = make(parameters, options as never);
      for (const grads of golden.grads.slice(0, 6)) step(optimizer, grads);

      const copies = parameters.map((p) => value(p.data));
      const other = make(copies, bowlOptions);
      other.load(structuredClone(optimizer.state()));
      expect(other.state()).toEqual(optimizer.state());
      for (const grads of golden.grads.slice(6)) {
        step(optimizer, grads);
        step(other, grads);
      }
      expect(copies.map((p) => p.data)).toEqual(parameters.map((p) => p.data));
    });
  });

  describe(name, () => {
    test("finds the bottom of a bowl", () => {
      const [x, y] = [value(4, "x"), value(-3, "y")];
      const optimizer = make([x, y], bowlOptions);
      for (let i = 0; i < 500; i++) {
        optimizer.zeroGrad();
        x.sub(1).square().add(y.add(2).square().mul(3)).backward();
        optimizer.step();
      }
      expect(Math.abs(x.data - 1)).toBeLessThan(1e-3);
      expect(Math.abs(y.data + 2)).toBeLessThan(1e-3);
    });

    test("finds the bottom of a bowl of a Tensor, through backward() and zeroGrad()", () => {
      const w = tensor([4, -3], { requiresGrad: true });
      const target = tensor([1, -2]);
      const optimizer = make([w], bowlOptions);
      for (let i = 0; i < 500; i++) {
        optimizer.zeroGrad();
        w.sub(target).square().sum().backward();
        optimizer.step();
      }
      expect(w.sub(target).abs().amax().item()).toBeLessThan(1e-3);
    });

    test("T154 leaves a parameter without a gradient alone: no decay, no memory", () => {
      const [used, unused] = [value(1), value(2)];
      const optimizer = make([used, unused], { ...bowlOptions, weightDecay: 0.5, ...velocity });
      used.grad = 1;
      optimizer.step();
      expect(used.data).not.toBe(1);
      expect(unused.data).toBe(2);
      const { steps, arrays } = optimizer.state().memory[0] as Memory;
      expect([...(steps as Float64Array)]).toEqual([1, 0]);
      for (const array of Object.values(arrays)) expect([0, 1, undefined]).toContain(array?.[1]);
    });

    test("zeroGrad() clears the gradients", () => {
      const p = value(1);
      const optimizer = make([p], bowlOptions);
      p.square().backward();
      optimizer.zeroGrad();
      expect([p.grad, p.hasGrad]).toEqual([0, false]);
      optimizer.step();
      expect(p.data).toBe(1);
    });

    test.each([
      [Number.NaN, 'parameter "p1" (number 1) is NaN'],
      [Number.NEGATIVE_INFINITY, 'parameter "p1" (number 1) is -Infinity'],
    ])(
      "T156 step() with a gradient of %d throws, names the parameter and changes nothing",
      (bad, sentence) => {
        const parameters = start();
        const optimizer = make(parameters, bowlOptions);
        step(optimizer, [1, 1, 1]);
        const before = [parameters.map((p) => p.data), optimizer.state()];
        expect(() => step(optimizer, [1, bad, 1])).toThrow(
          `${name}.step: the gradient of ${sentence}; nothing was changed.`,
        );
        expect([parameters.map((p) => p.data), optimizer.state()]).toEqual(before);
      },
    );

    test("T156 step() names a Tensor and the place in it, and changes nothing", () => {
      const w = tensor([1, 2, 3], { requiresGrad: true });
      w.label = "w";
      const v = value(5);
      const optimizer = make([v, w], bowlOptions);
      v.grad = 1;
      w.grad = tensor([1, 2, Number.POSITIVE_INFINITY]);
      expect(() => optimizer.step()).toThrow(
        `${name}.step: the gradient of parameter "w" (number 1), at number 2 of its 3, is Infinity; nothing was changed.`,
      );
      expect([v.data, ...w.data]).toEqual([5, 1, 2, 3]);
    });

    test("step() refuses a gradient of another shape, and changes nothing", () => {
      const [v, w] = [tensor([1, 2]), tensor([[3], [4]])];
      const optimizer = make([v, w], bowlOptions);
      v.grad = tensor([1, 1]);
      (w as Tensor).grad = tensor([[1, 1]]);
      expect(() => optimizer.step()).toThrow(
        `${name}.step: the gradient of parameter number 1 has the shape [1, 2], and the parameter [2, 1]; nothing was changed.`,
      );
      expect([v.toArray(), w.toArray()]).toEqual([
        [1, 2],
        [[3], [4]],
      ]);
    });

    test("step() names a parameter without a label by its number", () => {
      const p = value(1);
      const optimizer = make([p], bowlOptions);
      p.grad = Number.NaN;
      expect(() => optimizer.step()).toThrow(`${name}.step: the gradient of parameter number 0 is NaN`);
    });

    test("lr can follow a schedule, and is checked when set", () => {
      const optimizer = make([value(1)], bowlOptions);
      optimizer.lr = 0.5;
      expect(optimizer.lr).toBe(0.5);
      expect(() => {
        optimizer.lr = Number.NaN;
      }).toThrow(`${name}: lr is a finite number >= 0; got NaN.`);
      expect(optimizer.lr).toBe(0.5);
    });

    test("takes net.parameters()", () => {
      expect(make(new MLP(2, [2, 1]).parameters(), bowlOptions).parameters).toHaveLength(9);
    });

    const a = value(1, "a");
    test.each<[string, unknown, string]>([
      [
        "no list",
        undefined,
        `${name}: expected a list of parameters, such as net.parameters(); got undefined.`,
      ],
      ["an empty list", [], `${name}: the list of parameters is empty.`],
      ["a number", [a, 3], `${name}: parameter 1 is not a Value or Tensor but 3.`],
      ["a result", [a, a.mul(2)], `${name}: parameter 1 is the result of mul; only leaves can be trained.`],
      [
        "T031 the same Value twice",
        [a, value(2), a],
        `${name}: parameters 0 and 2 are the same; list it once, or it moves twice.`,
      ],
      [
        "a Tensor that is a result",
        [a, tensor([1, 2], { requiresGrad: true }).mul(2)],
        `${name}: parameter 1 is the result of mul; only leaves can be trained.`,
      ],
    ])("refuses %s", (_, parameters, sentence) => {
      expect(() => make(parameters as Value[], bowlOptions)).toThrow(sentence);
    });

    test("load refuses what does not fit, and keeps its own state", () => {
      const optimizer = make(start(), { ...bowlOptions, ...velocity });
      step(optimizer, [1, null, 1]);
      const state = optimizer.state();
      const [memory] = state.memory as [Memory];
      const [field] = Object.keys(memory.arrays) as [string];
      const where = `${name}.load:`;
      const other = (changes: object) => ({ ...state, memory: [{ ...memory, ...changes }] });
      const bad: [unknown, string][] = [
        [undefined, `${where} expected a state() of ${name}, got one of undefined.`],
        [{ ...state, name: "Other" }, `${where} expected a state() of ${name}, got one of "Other".`],
        [{ ...state, memory: [] }, `${where} the state is of 0 parameters, this optimiser has 3.`],
        [{ ...state, memory: [null] }, `${where} the state is of 0 parameters, this optimiser has 3.`],
        [other({ steps: [1, 1] }), `${where} the state is of 2 parameters, this optimiser has 3.`],
        [other({ steps: "123" }), `${where} steps must be a list or typed array of 3 numbers.`],
        [other({ steps: [1, -1, 1] }), `${where} steps must be integers >= 0.`],
        [other({ arrays: null }), `${where} arrays is an object with the arrays by name; got null.`],
        [other({ arrays: {} }), `${where} the array ${field} is missing.`],
        [
          other({ arrays: { ...memory.arrays, momentums: [1, 2, 3] } }),
          `${where} there is no array "momentums" in this optimiser.`,
        ],
        ...[[1, 2], [1, null, 3], { 0: 1, 1: 2, 2: 3 }, "123"].map((array): [unknown, string] => [
          other({ arrays: { ...memory.arrays, [field]: array } }),
          `${where} the array ${field} must be a list or typed array of 3 numbers.`,
        ]),
        [{ ...state, options: { lr: -1 } }, `${name}: lr is a finite number >= 0; got -1.`],
      ];
      for (const [given, sentence] of bad) {
        expect(() => optimizer.load(given as typeof state)).toThrow(sentence);
        expect(optimizer.state()).toEqual(state);
      }
    });

    test("load takes lists of numbers too, as JSON keeps them", () => {
      const [first, second] = [make(start(), bowlOptions), make(start(), bowlOptions)];
      step(first, [1, 2, null]);
      const toJson = (_: string, item: unknown) =>
        item instanceof Float64Array ? Array.from(item) : (item as object);
      second.load(JSON.parse(JSON.stringify(first.state(), toJson)));
      expect(second.state()).toEqual(first.state());
    });

    test("parameters that join later, or miss steps, are as if they were alone", () => {
      const rows = [
        [1, null, -1, null],
        [2, null, 1, -2],
        [null, 0.5, 1, -1],
        [1, -1, 0.25, 3],
      ];
      const options = { ...bowlOptions, ...velocity };
      const together = [1, 2, 3, 4].map((x) => value(x));
      const optimizer = make(together, options);
      for (const row of rows) step(optimizer, row);
      together.forEach((p, k) => {
        const alone = value(k + 1);
        const own = make([alone], options);
        for (const row of rows) step(own, [row[k] as number | null]);
        expect(alone.data).toBe(p.data);
      });
    });

    test("stopped after any step, it resumes bit for bit whatever the gradients are", () => {
      const grad = fc.option(fc.double({ min: -1e150, max: 1e150, noNaN: true }), { nil: null });
      const steps = fc.array(fc.tuple(grad, grad, grad), { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(steps, fc.nat(), (grads, n) => {
          const cut = n % grads.length;
          const options = { ...bowlOptions, ...velocity, weightDecay: 0.01 };
          const whole = make(start(), options);
          for (const row of grads) step(whole, row);
          const first = make(start(), options);
          for (const row of grads.slice(0, cut)) step(first, row);
          const second = make(
            first.parameters.map((p) => value((p as Value).data)),
            bowlOptions,
          );
          second.load(structuredClone(first.state()));
          for (const row of grads.slice(cut)) step(second, row);
          expect(second.parameters.map((p) => p.data)).toEqual(whole.parameters.map((p) => p.data));
        }),
        { seed: 1, numRuns: 200 },
      );
    });

    test("state() is a copy: later steps do not change it", () => {
      const optimizer = make(start(), { ...bowlOptions, ...velocity });
      step(optimizer, [1, 1, 1]);
      const state = optimizer.state();
      const copy = structuredClone(state);
      step(optimizer, [2, 2, 2]);
      expect(state).toEqual(copy);
      expect(optimizer.state()).not.toEqual(copy);
    });
  });
}
