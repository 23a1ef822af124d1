import { repeated } from "@outgrad/engine/backend";
import type { Text } from "../kernel/writer.js";
import { type Finish, fold } from "./fold.js";
import { gridOf, type Sides } from "./grid.js";
import type { Placed, Recipe, Shape, StridedRecipe } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { dense } from "./strides.js";

/** Sums of products: the operands' strides over the result's dims, and over the dim that is summed over. */
function products(
  shape: Shape,
  count: number,
  sides: readonly Sides[],
  offsets: readonly number[],
  finish?: Finish,
) {
  const steps = new Steps();
  const grid = gridOf(shape, [count], sides);
  fold(steps, {
    key: `products ${grid.key}`,
    columns: grid.columns,
    count,
    combine: "sum",
    reads: [operand(0), operand(1)],
    ints: offsets,
    column: (w, column) => {
      const { at } = grid.column(w, column, [w.givenInt(0), w.givenInt(1)]);
      return (r, take) => {
        const [a, b] = at(r) as [Text, Text];
        take(`${w.read(0, a)} * ${w.read(1, b)}`);
      };
    },
    ...(finish && { finish }),
  });
  return steps.list;
}

/** The strides over the dims before the last two of a result, to which those of an operand broadcast. */
const batchStrides = ({ shape, strides }: Placed, batch: Shape): number[] =>
  repeated({ shape: shape.slice(0, -2), strides: strides.slice(0, -2) }, batch);

/** torch.matmul: vectors are a row on the left and a column on the right, which the result does not have. */
const matmul: StridedRecipe<object> = ([a, b], shape) => {
  const [left, right] = [a as Placed, b as Placed];
  const rows = left.shape.length > 1 ? [left.strides.at(-2) as number] : [];
  const columns = right.shape.length > 1 ? [right.strides.at(-1) as number] : [];
  const batch = shape.slice(0, shape.length - rows.length - columns.length);
  const sides: Sides[] = [
    { kept: [...batchStrides(left, batch), ...rows, ...columns.map(() => 0)], along: left.strides.slice(-1) },
    {
      kept: [...batchStrides(right, batch), ...rows.map(() => 0), ...columns],
      along: right.strides.slice(columns.length > 0 ? -2 : -1).slice(0, 1),
    },
  ];
  return products(shape, left.shape.at(-1) as number, sides, [left.offset, right.offset]);
};

/** x weightᵀ + bias. */
const linear: StridedRecipe<object> = ([x, weight, bias], shape) => {
  const [input, w] = [x as Placed, weight as Placed];
  const [row, step] = w.strides as [number, number];
  const sides: Sides[] = [
    { kept: [...input.strides.slice(0, -1), 0], along: input.strides.slice(-1) },
    { kept: [...input.strides.slice(0, -1).map(() => 0), row], along: [step] },
  ];
  const out = w.shape[0] as number;
  const stride = bias?.strides[0] as number;
  const finish: Finish | undefined = bias && {
    key: `+ ${stride} of ${out}`,
    reads: [operand(2)],
    ints: [bias.offset],
    write: (writer, total, column, first, int) => {
      const at = `${writer.givenInt(int)} + ${writer.mod(column, out)} * ${stride}`;
      return `${total} + ${writer.read(first, at)}`;
    },
  };
  return products(shape, input.shape.at(-1) as number, sides, [input.offset, w.offset], finish);
};

export const stridedMatmulRecipes = { matmul, linear };

const packed =
  (recipe: StridedRecipe<object>): Recipe<object> =>
  (inputs, shape, options) =>
    recipe(
      inputs.map((input) => ({ ...dense(input), offset: 0 })),
      shape,
      options,
    );

export const matmulRecipes = { matmul: packed(matmul), linear: packed(linear) };
