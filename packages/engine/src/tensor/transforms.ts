import { describe } from "../describe.js";
import { recordAlways } from "../mode.js";
import { gradients } from "./backward.js";
import { hasTensor, mapTensors } from "./compile/tensor-tree.js";
import { type Shape, sameShape, show } from "./shape.js";
import { concat } from "./shape-ops/join.js";
import { Tensor } from "./tensor.js";

// The functional transforms for functions of Tensors: of one, or of lists and plain objects of them.

type Fn = (...args: never[]) => unknown;
type Rest = readonly unknown[];

/** One call of a function whose derivatives are wanted. */
interface Call {
  /** What stands for the Tensors of the first argument, from left to right. */
  readonly inputs: readonly Tensor[];
  readonly output: unknown;
  readonly outputs: readonly Tensor[];
  /** Whether the derivatives must remember how they were computed, because somebody may differentiate them. */
  readonly differentiable: boolean;
}

let depth = 0;

const listOf = (tree: unknown, where: string): Tensor[] => {
  const found: Tensor[] = [];
  mapTensors(tree, where, (tensor) => found.push(tensor));
  return found;
};

function fill(tree: unknown, tensors: readonly Tensor[]): unknown {
  let next = 0;
  return mapTensors(tree, "", () => tensors[next++]);
}

/** Calls f with Tensors of its own: leaves, connected to what was given if that requires a gradient itself. */
function call(name: string, f: Fn, x: unknown, rest: Rest): Call {
  if (typeof f !== "function")
    throw new TypeError(`${name}: expected a function of Tensors, got ${describe(f)}.`);
  const differentiable = depth > 0 || listOf(x, `${name}, argument`).some(({ requiresGrad }) => requiresGrad);
  depth++;
  try {
    return recordAlways(() => {
      const inputs: Tensor[] = [];
      const own = mapTensors(x, `${name}, argument`, (given) => {
        // Times 1 changes no bit.
        const input = given.requiresGrad ? given.mul(1) : given.detach();
        if (!given.requiresGrad) input.requiresGrad = true;
        inputs.push(input);
        return input;
      });
      const output = (f as (...args: unknown[]) => unknown)(own, ...rest);
      const where = `${name}, result of the function`;
      return { inputs, output, outputs: listOf(output, where), differentiable };
    });
  } finally {
    depth--;
  }
}

/** A derivative that nobody is to differentiate is a leaf. */
const handOut = (found: Tensor, differentiable: boolean): Tensor => (differentiable ? found : found.detach());

/** The sum of cotangent * output, for outputs that depend on anything. */
function weighed(outputs: readonly Tensor[], cotangents: readonly Tensor[]): Tensor | undefined {
  const terms = outputs.flatMap((output, i) =>
    output.requiresGrad ? [output.mul(cotangents[i] as Tensor).sum()] : [],
  );
  return terms.length === 0 ? undefined : terms.reduce((sum, term) => sum.add(term));
}

/** Gradients of a sum, zeros where it depends on nothing. */
function pull(of: Tensor | undefined, inputs: readonly Tensor[], createGraph: boolean): Tensor[] {
  const found = of ? gradients(of, inputs, { createGraph }) : inputs.map(() => null);
  return inputs.map((input, i) => found[i] ?? input.newFull(input.shape as Shape, 0));
}

/** Tensors of the shapes of others, from a tree that somebody gave. */
function matching(where: string, tree: unknown, like: readonly Tensor[]): Tensor[] {
  const found = listOf(tree, where);
  const fits = like.every((tensor, i) => {
    const own = found[i];
    return own !== undefined && sameShape(own.shape, tensor.shape);
  });
  if (fits && found.length === like.length) return found;
  const shapes = (tensors: readonly Tensor[]): string =>
    tensors.map(({ shape }) => show(shape)).join(" and ");
  throw new RangeError(`${where}: expected shapes ${shapes(like)}, got ${shapes(found)}.`);
}

function valueAndGrad(name: string, f: Fn, x: unknown, rest: Rest): [unknown, unknown] {
  const { inputs, output, differentiable } = call(name, f, x, rest);
  if (!(output instanceof Tensor) || output.size !== 1) {
    const found = output instanceof Tensor ? `a Tensor of shape ${show(output.shape)}` : describe(output);
    throw new TypeError(
      `${name}: the function returned ${found}; ${name} needs a Tensor of one number. Use jacobian or vjp for several.`,
    );
  }
  if (!output.requiresGrad) {
    throw new Error(
      `${name}: the result does not depend on the argument by anything that was recorded. Was it detached, computed ` +
        "under noGrad, or made from .data?",
    );
  }
  return recordAlways(() => [
    handOut(output, differentiable),
    fill(x, pull(output.sum(), inputs, differentiable)),
  ]);
}

function vjp(f: Fn, x: unknown, rest: Rest): [unknown, (cotangent: unknown) => unknown] {
  const { inputs, output, outputs, differentiable } = call("vjp", f, x, rest);
  const pullback = (cotangent: unknown): unknown =>
    recordAlways(() => {
      const seeds = matching("vjp, cotangent", cotangent, outputs);
      const again = differentiable || seeds.some(({ requiresGrad }) => requiresGrad);
      return fill(x, pull(weighed(outputs, seeds), inputs, again));
    });
  return [mapTensors(output, "", (y) => handOut(y, differentiable)), pullback];
}

/** Forward mode by reverse mode twice: the gradient is linear in the cotangent, and its slope there is the answer. */
function jvp(f: Fn, x: unknown, tangent: unknown, rest: Rest): [unknown, unknown] {
  const { inputs, output, outputs, differentiable } = call("jvp", f, x, rest);
  return recordAlways(() => {
    const directions = matching("jvp, tangent", tangent, inputs);
    const again = differentiable || directions.some(({ requiresGrad }) => requiresGrad);
    const cotangents = outputs.map((y) => y.newFull(y.shape as Shape, 0));
    for (const cotangent of cotangents) cotangent.requiresGrad = true;
    const along = weighed(pull(weighed(outputs, cotangents), inputs, true), directions);
    const tangents = pull(along, cotangents, again);
    return [mapTensors(output, "", (y) => handOut(y, again)), fill(output, tangents)];
  });
}

/** For each Tensor of the result the argument's tree, with Tensors of the shape of both together. */
function jacobian(f: Fn, x: unknown, rest: Rest): unknown {
  const { inputs, output, differentiable } = call("jacobian", f, x, rest);
  return recordAlways(() =>
    mapTensors(output, "", (y) => {
      const rows = Array.from({ length: y.size }, (_, k) => {
        return pull(y.requiresGrad ? y.flatten().at(k) : undefined, inputs, differentiable);
      });
      const blocks = inputs.map((input, i) => {
        const all = rows.map((row) => (row[i] as Tensor).reshape([1, input.size]));
        const shape = [...y.shape, ...input.shape];
        return all.length === 0 ? input.newFull(shape, 0) : concat(all).reshape(shape);
      });
      return fill(x, blocks);
    }),
  );
}

/** What the functional transforms do with functions of Tensors. */
export const tensorTransforms = {
  /** Whether an argument has a Tensor in it, and so is for these. */
  takes: hasTensor,
  valueAndGrad,
  vjp,
  jvp,
  jacobian,
};
