import { sizeOf, stridesOf } from "@outgrad/engine/backend";
import type { Writer } from "../kernel/writer.js";
import { blocksOf } from "./along.js";
import type { Embedding, Join } from "./options.js";
import type { Recipe, Shape, Source } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { coordinates, placeText } from "./walk.js";

/** A part of what is joined: its numbers along the dim, from the one before on, times the numbers below them. */
interface Part {
  readonly source: Source;
  readonly length: number;
}

/** As many arrays as every GPU takes in one kernel. */
const most = 7;

/** One after the other along a dim. More than a kernel takes are joined in groups first. */
const concat: Recipe<Join> = (inputs, shape, { dim }) => {
  const steps = new Steps();
  const { outer } = blocksOf(shape, dim);
  const parts = inputs.map((input: Shape, i) => ({
    source: operand(i),
    length: sizeOf(input.slice(dim)),
  }));
  let left = parts.filter(({ length }) => length > 0);
  do {
    const groups = Array.from({ length: Math.ceil(left.length / most) }, (_, i) =>
      left.slice(i * most, (i + 1) * most),
    );
    left = groups.map((group) => joinedPart(steps, group, outer));
  } while (left.length > 1);
  return steps.list;
};

function joinedPart(steps: Steps, parts: readonly Part[], outer: number): Part {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const kernel = {
    key: `concat ${parts.map((part) => part.length)} ${outer}`,
    inputs: parts.length,
    ints: 0,
    floats: 0,
    size: outer * length,
    write(w: Writer) {
      const block = w.int("block", w.div(w.thread, length));
      const within = w.int("within", w.mod(w.thread, length));
      const found = w.float("found", w.number(0));
      const choose = (i: number, start: number): void => {
        const own = (parts[i] as Part).length;
        const read = () => w.set(found, w.read(i, `${block} * ${own} + ${within} - ${start}`));
        if (i === parts.length - 1) read();
        else w.when(`${within} < ${start + own}`, read, () => choose(i + 1, start + own));
      };
      choose(0, 0);
      w.result(found);
    },
  };
  const source = steps.add(
    kernel,
    parts.map((part) => part.source),
  );
  return { source, length };
}

/** The elements at every so many places of a larger tensor, the others one value. */
const embed: Recipe<Embedding> = ([x], shape, { starts, steps: every, value }) => {
  const steps = new Steps();
  const input = x as Shape;
  const kernel = {
    key: `embed ${JSON.stringify([input, shape, starts, every])}`,
    inputs: sizeOf(input) === 0 ? 0 : 1,
    ints: 0,
    floats: 1,
    size: sizeOf(shape),
    write(w: Writer) {
      const found = w.float("found", w.givenFloat(0));
      if (sizeOf(input) > 0) {
        const indices = coordinates(w, "index", w.thread, shape);
        const conditions = indices.flatMap((at, d) => {
          const [start, step, count] = [starts[d], every[d], input[d]] as [number, number, number];
          const last = start + (count - 1) * step;
          return [
            ...(start > 0 ? [`${at} >= ${start}`] : []),
            ...(last < (shape[d] as number) - 1 ? [`${at} <= ${last}`] : []),
            // Only from the start on is the remainder asked for.
            ...(step > 1 && count > 1
              ? [`${w.mod(`${at} + ${(step - (start % step)) % step}`, step)} == 0`]
              : []),
          ];
        });
        const places = indices.map((at, d) => w.div(`(${at} - ${starts[d]})`, every[d] as number));
        const read = () => w.set(found, w.read(0, placeText(null, places, stridesOf(input))));
        if (conditions.length === 0) read();
        else w.when(conditions.join(" && "), read);
      }
      w.result(found);
    },
  };
  steps.add(kernel, kernel.inputs === 0 ? [] : [operand(0)], [], [value]);
  return steps.list;
};

export const joinRecipes = { concat, embed };
