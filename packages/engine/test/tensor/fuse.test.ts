import { compile, defineOp, gradients, randn, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementwiseOps } from "../../src/generated/elementwise-ops.js";
import { fused, type Step } from "../../src/tensor/compile/fuse.js";
import { Recorder } from "../../src/tensor/compile/recorder.js";
import { cpu } from "../../src/tensor/cpu.js";
import { dense } from "../../src/tensor/strided.js";

const codeOf = (wanted: string): number => elementwiseOps.findIndex(({ name }) => name === wanted);
const numbers = (size: number, start = 0.1) =>
  dense(
    Float64Array.from({ length: size }, (_, i) => start + i / 7),
    "float64",
    [size],
  );

/** Records the steps that `body` asks a backend for. */
function recorded(body: (backend: Recorder) => void): { steps: Step[]; runs: number[] } {
  const recorder = new Recorder(cpu);
  body(recorder);
  const steps = recorder.take();
  const runs = steps.map(() => 0);
  const counting = steps.map((step, i) => {
    const run = () => {
      runs[i] = (runs[i] as number) + 1;
      step.run();
    };
    return { ...step, run, element: step.element && { ...step.element, run } };
  });
  return { steps: counting, runs };
}

describe("fused(steps, kept, backend)", () => {
  const size = 700;

  it("makes one function of elementwise steps of one size, which takes none of the steps once it is warm", () => {
    const x = numbers(size);
    const half = dense(Float64Array.of(0.5), "float64", []);
    let last = x;
    let middle = x;
    const { steps, runs } = recorded((backend) => {
      middle = backend.elementwise(codeOf("mul"), [size], [], x, half);
      last = backend.elementwise(codeOf("tanh"), [size], [], middle);
      last = backend.elementwise(codeOf("leakyRelu"), [size], [0.25], last);
      last = backend.elementwise(codeOf("sub"), [size], [], last, middle);
    });
    const all = fused(steps, new Set([last.data]), cpu);
    expect(all).toHaveLength(1);
    const wanted = last.data.slice();
    for (let i = 0; i < 500; i++) all[0]?.();
    const before = runs.slice();
    expect(before.every((count) => count > 10)).toBe(true);
    last.data.fill(0);
    middle.data.fill(0);
    all[0]?.();
    expect(runs).toEqual(before);
    expect(last.data).toEqual(wanted);
    expect(middle.data).toEqual(new Float64Array(size));
  });

  it("stores what another step reads, and ends a chain at other sizes, views, ops on shapes and user's ops", () => {
    const x = numbers(size);
    defineOp({ name: "fuseCube", args: ["a"], value: "a * a * a", partials: ["3 * a * a"] });
    const { steps } = recorded((backend) => {
      const a = backend.elementwise(codeOf("exp"), [size], [], x);
      const b = backend.elementwise(codeOf("neg"), [size], [], a);
      const sum = backend.run("sum", [b], [], { dims: [0] });
      const c = backend.elementwise(codeOf("add"), [size], [], b, sum);
      const flipped = backend.run("flip", [c], [size], { dims: [0] });
      const d = backend.elementwise(codeOf("add"), [size], [], c, flipped);
      backend.elementwise(elementwiseOps.length, [size], [], d);
    });
    const before = steps.map(({ element }) => element?.result.data.slice());
    const all = fused(steps, new Set(), cpu);
    // exp and neg; sum; add; add of a view of the result before; the user's op.
    expect(all).toHaveLength(5);
    for (let i = 0; i < 500; i++) for (const run of all) run();
    steps.forEach(({ element }, i) => {
      // Nobody reads exp and the last.
      if (i > 0) expect(element?.result.data).toEqual(before[i]);
    });
  });
});

type Unary = "tanh" | "neg" | "exp" | "sigmoid" | "relu" | "square";
const unary = fc.constantFrom<Unary>("tanh", "neg", "exp", "sigmoid", "relu", "square");
const joined = fc.constantFrom("add", "mul", "sub", "max" as const);

describe.each(["float64", "float32"] as const)("compile fuses chains of %s", (dtype) => {
  it("with the bits of the function itself, values and gradients, before and after it is warm", () => {
    const program = fc.array(fc.tuple(unary, joined, fc.nat(9), fc.boolean()), {
      minLength: 3,
      maxLength: 9,
    });
    fc.assert(
      fc.property(program, (lines) => {
        const stream = random(lines.length);
        const [x, bias, scale] = [
          randn([40, 50], stream, { dtype }),
          randn([50], stream, { dtype, requiresGrad: true }),
          tensor(0.7, { dtype, requiresGrad: true }),
        ];
        const f = (given: Tensor): Tensor => {
          const made: Tensor[] = [given.add(bias), given.mul(scale)];
          for (const [first, second, other, turns] of lines) {
            const from = made.at(-1) as Tensor;
            const operand = made[other % made.length] as Tensor;
            const next = from[first]().tanh()[second as "add"](operand);
            made.push(turns ? next.flip(0) : next);
          }
          return made
            .slice(-2)
            .reduce((a, b) => a.add(b))
            .sum();
        };
        const { valueAndGradient, step } = compile(f);
        const leaf = x.detach();
        leaf.requiresGrad = true;
        const loss = f(leaf);
        const wanted = gradients(loss, [leaf, bias, scale]).map((g) => g?.data);
        for (let i = 0; i < 40; i++) {
          const [value, gradient] = valueAndGradient(x) as [number, Tensor];
          bias.zeroGrad();
          scale.zeroGrad();
          expect(value).toBe(loss.item());
          expect(gradient.data).toEqual(wanted[0]);
          expect(step(x)).toBe(loss.item());
          expect(bias.grad?.data).toEqual(wanted[1]);
          expect(scale.grad?.data).toEqual(wanted[2]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("and value() alone, of several results, one of them in the middle of a chain", () => {
    const x = randn([3000], random(5), { dtype });
    const f = (given: Tensor) => {
      const middle = given.mul(3).sigmoid();
      return { middle, last: middle.mul(middle).sub(1).exp() };
    };
    const { value } = compile(f);
    const wanted = f(x);
    for (let i = 0; i < 60; i++) {
      const found = value(x) as typeof wanted;
      expect(found.middle.data).toEqual(wanted.middle.data);
      expect(found.last.data).toEqual(wanted.last.data);
    }
  });
});
