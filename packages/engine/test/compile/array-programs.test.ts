import { compile, type Scalar, type Value, value } from "@outgrad/engine";
import fc from "fast-check";
import { describe, it } from "vitest";
import { magnitudes, mustBeNear, mustEqual } from "./agreement.js";
import { type ArrayProgram, arrayPrograms, rowsOf, totalOf } from "./array-programs.js";
import { number } from "./programs.js";

interface Argument {
  readonly scale: Scalar;
  readonly points: readonly Scalar[];
}

/** Numbers for the leaves of a program. */
interface Numbers {
  readonly argument: { readonly scale: number; readonly points: readonly number[] };
  readonly data: readonly number[];
  readonly weights: readonly number[];
}

const cases = fc.record({
  program: arrayPrograms,
  spare: fc.array(number, { minLength: 44, maxLength: 44 }),
});

/** The program's own numbers, then others. */
function roundsOf({ argument, data, weights }: ArrayProgram, spare: readonly number[]): Numbers[] {
  const others = {
    argument: { scale: spare[43] as number, points: spare.slice(0, argument.points.length) },
    data: spare.slice(17, 17 + data.length),
    weights: spare.slice(34, 34 + weights.length),
  };
  return [{ argument, data, weights }, others];
}

describe("compile on random programs over rows", () => {
  it("value(), gradient() and step() give what Values give, and so they do for other numbers", () => {
    fc.assert(
      fc.property(cases, ({ program, spare }) => check(program, roundsOf(program, spare))),
      { numRuns: 120 },
    );
  }, 120_000);
});

function check(program: ArrayProgram, rounds: readonly Numbers[]): void {
  const weights = program.weights.map((data) => value(data));
  const rows = (argument: Argument, data: readonly Scalar[]): Value[][] =>
    rowsOf(program, argument, data, weights);
  const total = (argument: Argument, data: readonly Scalar[]): Value => totalOf(rows(argument, data));
  const vector: number[][] = [];
  for (const target of ["replay", "vector", "wasm"] as const) {
    const numbers = compile(rows as never, { target }).value as unknown as Call<number[][]>;
    const one = compile(total as never, { target }) as unknown as Scalars;
    rounds.forEach(({ argument, data, weights: given }, round) => {
      const leaves = {
        scale: value(argument.scale),
        points: argument.points.map((x) => value(x)),
      };
      const own = data.map((x) => value(x));
      weights.forEach((weight, i) => {
        weight.data = given[i] as number;
        weight.zeroGrad();
      });
      const wanted = rows(leaves, own).flat();
      mustEqual(
        `${target} value`,
        numbers(argument, data).flat(),
        wanted.map((result) => result.data),
      );
      const root = total(leaves, own);
      root.backward();
      const sizes = magnitudes(root);
      const agree = (
        what: string,
        found: readonly number[],
        of: readonly Value[],
        grads: readonly number[],
      ) =>
        target === "replay"
          ? mustEqual(`replay ${what}`, found, grads)
          : mustBeNear(
              `${target} ${what}`,
              found,
              grads,
              of.map(({ id }) => sizes.get(id) ?? 0),
            );
      const found: number[] = [];
      const argumentLeaves = [leaves.scale, ...leaves.points];
      if (argumentLeaves.some((leaf) => leaf.hasGrad)) {
        const [data0, gradient] = one.valueAndGradient(argument, data);
        mustEqual(`${target} value with gradient`, [data0], [root.data]);
        found.push(gradient.scale, ...gradient.points);
        agree(
          "gradient",
          found,
          argumentLeaves,
          argumentLeaves.map((leaf) => leaf.grad),
        );
      }
      if (weights.some((weight) => weight.hasGrad)) {
        const grads = weights.map((weight) => weight.grad);
        for (const weight of weights) weight.grad = 0;
        mustEqual(`${target} step`, [one.step(argument, data)], [root.data]);
        const stepped = weights.map((weight) => weight.grad);
        agree("step", stepped, weights, grads);
        found.push(...stepped);
      }
      if (target === "vector") vector[round] = found;
      if (target === "wasm") mustEqual("wasm, not vector", found, vector[round] as number[]);
    });
  }
}

type Call<Result> = (argument: Numbers["argument"], data: readonly number[]) => Result;

interface Scalars {
  readonly step: Call<number>;
  readonly valueAndGradient: Call<[number, Numbers["argument"]]>;
}
