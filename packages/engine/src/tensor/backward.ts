import { describe } from "../describe.js";
import { isWatched, recordPass, unrecorded } from "../mode.js";
import { checkOptions } from "../options.js";
import { bornInPass, refuse } from "./born.js";
import { tensorOperandError } from "./operand.js";
import { sameShape, show } from "./shape.js";
import { Tensor, type TensorLike } from "./tensor.js";

let passes = 0;

/**
 * d(root)/d(leaf) for every leaf that requires a gradient, added to what it has. With `createGraph` the gradients are
 * results, to be differentiated again.
 */
export function backward(root: Tensor, cotangent: TensorLike | undefined, createGraph: boolean): void {
  const seed = seedOf("backward", root, cotangent);
  if (!root.needsGrad) {
    throw new Error(
      "Tensor.backward: nothing that this was computed from requires a gradient; make leaves with requiresGrad: true, " +
        "and compute outside noGrad.",
    );
  }
  const nodes = collect(root);
  const finish = (): void => {
    run(root, seed, nodes, createGraph);
    const sums: [Tensor, Tensor][] = [];
    for (const node of nodes) {
      const { slot } = node;
      if (slot === null) continue;
      const adds = node.rule === null && node.grad !== null;
      if (adds) checkGrad(node);
      sums.push([node, adds ? (node.grad as Tensor).add(slot) : own(slot, createGraph)]);
      node.slot = null;
    }
    // Only now does any grad change: each leaf's grows by the whole pass at once, so twice is exactly twice.
    for (const [node, sum] of sums) node.grad = sum;
  };
  if (createGraph) recordPass(finish);
  else unrecorded(finish);
}

/** Throws unless the gradient that a leaf has, which anybody can set, is one of its own shape. */
function checkGrad({ grad, shape, label }: Tensor): void {
  if (grad instanceof Tensor && sameShape(grad.shape, shape)) return;
  const found = grad instanceof Tensor ? `a Tensor of ${show(grad.shape)}` : describe(grad);
  throw new TypeError(
    `Tensor.backward: the grad of the leaf ${label}${label && " "}${show(shape)} was set to ${found}; it must be null or a Tensor ` +
      "of that shape.",
  );
}

/** A gradient as a Tensor of its own, so that labels and written numbers are nobody else's. */
const own = (g: Tensor, createGraph: boolean): Tensor =>
  createGraph && g.rule !== null ? g : new Tensor(g.numbers);

/** What `gradients` is asked for. */
export interface GradientsOptions {
  /** What each number of the output is worth; may be left out for an output of one number. */
  readonly cotangent?: TensorLike;
  /** Whether the gradients shall remember how they were computed, to be differentiated again. */
  readonly createGraph?: boolean;
}

/**
 * d(output)/d(input) for each of the inputs, leaves or results, in their order: PyTorch's `autograd.grad`. No grad of
 * any Tensor changes. An input that the output does not depend on gets null.
 *
 * @throws as `backward` does.
 *
 * @example
 * const x = tensor([1, 2], { requiresGrad: true });
 * gradients(x.square().sum(), [x])[0]?.toArray() // => [2, 4]
 */
export function gradients<const Inputs extends readonly Tensor[]>(
  output: Tensor,
  inputs: Inputs,
  options: GradientsOptions = {},
): { -readonly [K in keyof Inputs]: Inputs[K] | null } {
  checkOptions("Tensor.gradients", options, ["cotangent", "createGraph"]);
  const seed = seedOf("gradients", output, options.cotangent);
  for (const input of inputs) if (!(input instanceof Tensor)) throw tensorOperandError("gradients", input);
  const createGraph = createGraphOf("gradients", options);
  const nodes = output.needsGrad ? collect(output) : [];
  const wanted = new Set<Tensor>(inputs);
  const finish = (): (Tensor | null)[] => {
    const pass = run(output, seed, towards(nodes, wanted), createGraph, wanted);
    const found = inputs.map((input) =>
      input.pass === pass && input.slot ? own(input.slot, createGraph) : null,
    );
    for (const node of nodes) node.slot = null;
    return found;
  };
  return (createGraph ? recordPass(finish) : unrecorded(finish)) as never;
}

/** Whether gradients are to be results. */
export function createGraphOf(
  where: string,
  { createGraph = false }: { readonly createGraph?: boolean },
): boolean {
  if (typeof createGraph === "boolean") return createGraph;
  throw new TypeError(
    `Tensor.${where}: expected true or false for createGraph, got ${describe(createGraph)}.`,
  );
}

function seedOf(where: string, root: Tensor, cotangent: TensorLike | undefined): Tensor {
  const { shape, dtype } = root;
  if (cotangent === undefined) {
    if (root.size === 1) return root.newFull(shape as number[], 1);
    throw new RangeError(
      `Tensor.${where}: the shape is ${show(shape)}, which is ${root.size} numbers; give a cotangent of that shape, or ` +
        "reduce to one number first, as with sum() or mean().",
    );
  }
  if (typeof cotangent === "number") return root.newFull(shape as number[], cotangent);
  if (!(cotangent instanceof Tensor)) throw tensorOperandError(`${where}, cotangent`, cotangent);
  if (sameShape(cotangent.shape, shape)) return cotangent.dtype === dtype ? cotangent : cotangent.to(dtype);
  throw new RangeError(
    `Tensor.${where}: the shape is ${show(shape)}, but that of the cotangent is ${show(cotangent.shape)}.`,
  );
}

/** Every node that gradients of root can reach, in creation order, which is one in which they can be computed. */
function collect(root: Tensor): Tensor[] {
  const pass = ++passes;
  root.pass = pass;
  root.slot = null;
  const nodes = [root];
  for (let i = 0; i < nodes.length; i++) {
    const { id, op, inputs } = nodes[i] as Tensor;
    for (const input of inputs) {
      if (input.id >= id) throw new Error(`Tensor.backward: the graph has a cycle, through ${op}.`);
      if (!input.needsGrad || input.pass === pass) continue;
      input.pass = pass;
      input.slot = null;
      nodes.push(input);
    }
  }
  return nodes.sort((a, b) => a.id - b.id);
}

/** Those of the nodes through which something wanted is reached, or that are wanted. */
function towards(nodes: readonly Tensor[], wanted: ReadonlySet<Tensor>): Tensor[] {
  const pass = ++passes;
  return nodes.filter((node) => {
    if (!wanted.has(node) && !node.inputs.some((input) => input.pass === pass)) return false;
    node.pass = pass;
    return true;
  });
}

/**
 * The chain rule, youngest node first. Leaves the gradients of leaves, and of what is to keep its own, in `slot`; gives
 * the number of the pass that all nodes on the way have.
 */
function run(
  root: Tensor,
  seed: Tensor,
  nodes: readonly Tensor[],
  differentiable: boolean,
  wanted?: ReadonlySet<Tensor>,
): number {
  if (nodes.at(-1) !== root) return 0;
  const { pass } = root;
  root.slot = seed;
  for (let k = nodes.length - 1; k >= 0; k--) {
    const node = nodes[k] as Tensor;
    const g = node.slot;
    const rule = node.rule;
    if (g === null || rule === null) continue;
    if (!(wanted ? wanted.has(node) : node.retains)) node.slot = null;
    const { inputs } = node;
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i] as Tensor;
      if (!input.needsGrad || input.pass !== pass) continue;
      const part = rule.vjp(node, g, i, differentiable);
      if (part === undefined) continue;
      const before = input.slot;
      input.slot = before === null ? part : before.add(part);
      if (!isWatched()) continue;
      refuse(bornInPass(node, i, [g], part));
      if (before !== null) refuse(bornInPass(node, i, [before, part], input.slot));
    }
  }
  return pass;
}
