import { type Scalar, sum, type Value, value } from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import fc from "fast-check";

/** A number for a leaf or for data; special ones now and then. */
export const number = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, 1e-300, 1e300, 1 / 0, Number.NaN) },
);

const tame = Object.keys(ops) as OpName[];

interface Step {
  readonly op: OpName;
  readonly operands: readonly [number, number];
  readonly constant: number | undefined;
}

const step: fc.Arbitrary<Step> = fc.record({
  op: fc.oneof(
    fc.constantFrom("add", "mul", "sub", "tanh", "relu") as fc.Arbitrary<OpName>,
    fc.constantFrom(...tame),
  ),
  operands: fc.tuple(fc.nat(1000), fc.nat(1000)),
  constant: fc.option(number, { nil: undefined, freq: 4 }),
});

/** A random program as people write them: cells repeated over samples, sums of many shapes, and glue between. */
export interface Recipe {
  readonly leaves: readonly number[];
  readonly parts: readonly {
    readonly samples: number;
    readonly data: readonly number[];
    readonly cell: readonly Step[];
    readonly reduce: (typeof reductions)[number];
    readonly order: "forward" | "backward" | "linked" | "skipping";
    readonly glue: readonly Step[];
  }[];
  readonly penalty: boolean;
}

const reductions = ["loop", "sum", "mean", "pairs", "last", "swapped", "interleaved"] as const;

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  leaves: fc.array(number, { minLength: 1, maxLength: 7 }),
  parts: fc.array(
    fc.record({
      samples: fc.integer({ min: 1, max: 13 }),
      data: fc.array(number, { minLength: 3, maxLength: 9 }),
      cell: fc.array(step, { minLength: 1, maxLength: 12 }),
      reduce: fc.constantFrom(...reductions),
      order: fc.constantFrom("forward", "backward", "linked", "skipping"),
      glue: fc.array(step, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  penalty: fc.boolean(),
});

/** The leaves of a recipe. */
export const leavesOf = (recipe: Recipe): Value[] => recipe.leaves.map((data) => value(data));

/** Computes a recipe from leaves, and the data of its samples, given or its own. */
export function run(
  recipe: Recipe,
  leaves: readonly Scalar[],
  given?: readonly (readonly Scalar[])[],
): Value {
  const around: Scalar[] = [...leaves];
  recipe.parts.forEach((part, p) => {
    const results: Value[] = [];
    const data = given?.[p] ?? part.data;
    for (let i = 0; i < part.samples; i++) {
      const sample = part.order === "backward" ? part.samples - 1 - i : i;
      const seen: Scalar[] = [
        ...around,
        data[sample % data.length] as Scalar,
        data[(3 * sample + 1) % data.length] as Scalar,
      ];
      if (part.order === "linked" && results.length > 0) seen.push(results.at(-1) as Value);
      const steps = part.order === "skipping" && i % 3 === 2 ? part.cell.slice(1) : part.cell;
      for (const each of steps) seen.push(apply(each, seen, value));
      results.push(value2(seen.at(-1) as Scalar));
    }
    around.push(reduced(part.reduce, results));
    for (const each of part.glue) around.push(apply(each, around, value));
  });
  if (recipe.penalty)
    around.push(
      sum(leaves.map((leaf) => value2(leaf).square()))
        .mul(1e-4)
        .add(around.at(-1) as Scalar),
    );
  return value2(around.at(-1) as Scalar).add(value2(leaves[0] as Scalar).mul(0.5));
}

const value2 = (scalar: Scalar): Value => (typeof scalar === "number" ? value(scalar) : scalar);

function apply({ op, operands, constant }: Step, seen: readonly Scalar[], leaf: typeof value): Value {
  const pick = (n: number): Scalar => seen[Math.max(0, seen.length - 1 - (n % 9))] as Scalar;
  const first = pick(operands[0]);
  const self = typeof first === "number" ? leaf(first) : first;
  const method = self[op] as (second?: Scalar) => Value;
  return opOf(op).args.length === 2 ? method.call(self, constant ?? pick(operands[1])) : method.call(self);
}

function reduced(how: (typeof reductions)[number], results: readonly Value[]): Value {
  const [first, ...rest] = results as [Value, ...Value[]];
  switch (how) {
    case "sum":
      return sum(results);
    case "mean":
      return sum(results).div(results.length);
    case "loop":
      return results.reduce<Value>((total, result) => total.add(result), value(0));
    case "swapped":
      return rest.reduce<Value>((total, result) => result.add(total), first);
    case "interleaved":
      return rest.reduce<Value>(
        (total, result, i) => (i % 2 ? total.add(result.tanh()) : total.add(result)),
        first,
      );
    case "last":
      return results.at(-1) as Value;
    case "pairs": {
      let level: Value[] = [...results];
      while (level.length > 1) {
        const next: Value[] = [];
        for (let i = 0; i < level.length; i += 2) {
          const [a, b] = [level[i] as Value, level[i + 1]];
          next.push(b ? a.add(b) : a);
        }
        level = next;
      }
      return level[0] as Value;
    }
  }
}
