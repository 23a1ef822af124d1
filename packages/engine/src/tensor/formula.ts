import { type Comparison, type Formula, namesIn, type OpName, opOf } from "@outgrad/ops";
import { apply } from "../evaluate.js";
import { homeOf } from "./home.js";
import { savedInput } from "./saved.js";
import { Tensor, type TensorLike } from "./tensor.js";

/** What a formula's names stand for. */
type Names = ReadonlyMap<string, TensorLike>;

/** g times the partial of a node's op with respect to input i, by ops, so that it can be differentiated again. */
export function evaluatePartial(node: Tensor, g: Tensor, i: number): Tensor {
  const { args, params, partialFormulas } = opOf(node.op as OpName);
  const names = new Map<string, TensorLike>([["y", node]]);
  for (const [k, arg] of args.entries()) names.set(arg, savedInput(node, k));
  for (const [k, param] of Object.keys(params).entries())
    names.set(param, (node.options as number[])[k] as number);
  return g.mul(evaluate(partialFormulas[i] as Formula, names));
}

const methods = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;
const comparisons = { "<": "lt", ">": "gt", "<=": "le", ">=": "ge", "==": "eq", "!=": "ne" } as const;

/** A formula of Tensors and numbers, by ops. */
export function evaluate(formula: Formula, names: Names): TensorLike {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name":
      return names.get(formula.name) as TensorLike;
    case "negate":
      return call("neg", [evaluate(formula.of, names)]);
    case "binary":
      return call(methods[formula.operator], [evaluate(formula.left, names), evaluate(formula.right, names)]);
    case "call":
      return call(
        formula.name as OpName,
        formula.args.map((arg) => evaluate(arg, names)),
      );
    case "choose":
      return choose(formula, names);
  }
}

function call(name: OpName, operands: readonly TensorLike[]): TensorLike {
  const [first, ...rest] = operands as [TensorLike, ...TensorLike[]];
  if (first instanceof Tensor) return (first[name] as (...rest: TensorLike[]) => Tensor)(...rest);
  const other = rest.find((operand) => operand instanceof Tensor);
  if (!other) return apply(name, operands as number[]) as number;
  const lifted = other.newFull([], first);
  return (lifted[name] as (...rest: TensorLike[]) => Tensor)(...rest);
}

type Choice = Extract<Formula, { kind: "choose" }>;

/**
 * A choice element by element. Both branches are computed everywhere, so where a branch was not taken its names stand
 * for numbers of a place where it was: else an infinite slope there would turn a gradient of 0 into NaN.
 */
function choose(formula: Choice, names: Names): TensorLike {
  const condition = comparing(
    formula.comparison,
    evaluate(formula.left, names),
    evaluate(formula.right, names),
  );
  if (typeof condition === "number") return evaluate(condition ? formula.then : formula.otherwise, names);
  const taken = condition.detach();
  if (homeOf(taken.strided)) return chooseUnseen(formula, names, taken);
  const holds = taken.data.indexOf(1);
  const fails = taken.data.indexOf(0);
  if (fails < 0) return evaluate(formula.then, names);
  if (holds < 0) return evaluate(formula.otherwise, names);
  const then = evaluate(formula.then, restricted(names, formula.then, taken, holds));
  const otherwise = evaluate(formula.otherwise, restricted(names, formula.otherwise, taken.eq(0), fails));
  return lift(then, taken).where(taken, otherwise);
}

/** The same where the condition cannot be looked at: the numbers for a branch come from whatever place is greatest. */
function chooseUnseen(formula: Choice, names: Names, taken: Tensor): Tensor {
  const branch = (part: Formula, mask: Tensor): TensorLike => {
    const own = new Map(names);
    for (const name of namesIn(part)) {
      const found = names.get(name);
      if (!(found instanceof Tensor)) continue;
      const greatest = found.detach().where(mask, Number.NEGATIVE_INFINITY).amax();
      // Where the branch is taken nowhere, any number does.
      const spare = greatest.where(greatest.gt(Number.NEGATIVE_INFINITY), 1);
      own.set(name, found.where(mask, spare));
    }
    return evaluate(part, own);
  };
  const then = branch(formula.then, taken);
  return lift(then, taken).where(taken, branch(formula.otherwise, taken.eq(0)));
}

function comparing(comparison: Comparison, left: TensorLike, right: TensorLike): TensorLike {
  return call(comparisons[comparison], [left, right]);
}

const lift = (found: TensorLike, like: Tensor): Tensor =>
  found instanceof Tensor ? found : like.newFull([], found);

/** The names that a branch reads, with numbers from element `at` where `mask` is 0. */
function restricted(names: Names, branch: Formula, mask: Tensor, at: number): Names {
  const own = new Map(names);
  for (const name of namesIn(branch)) {
    const found = names.get(name);
    if (!(found instanceof Tensor)) continue;
    const spare = found.detach().broadcastTo(mask.shape).data[at] as number;
    own.set(name, found.where(mask, spare));
  }
  return own;
}
