import { describe } from "../describe.js";
import { isForgetting, isWatching } from "../mode.js";
import { backend } from "./backend.js";
import { bornIn, refuse } from "./born.js";
import { type AnyShapeOp, type ShapeOp, Use } from "./entry.js";
import type { Rule } from "./rule.js";
import type { Shape } from "./shape.js";
import type { Strided } from "./strided.js";
import { Tensor } from "./tensor.js";

class ShapeRule implements Rule {
  readonly name: string;
  readonly entry: ShapeOp<unknown>;

  constructor(name: string, entry: ShapeOp<unknown>) {
    this.name = name;
    this.entry = entry;
  }

  vjp(node: Tensor, g: Tensor, i: number): Tensor | undefined {
    const { vjp } = this.entry;
    return vjp[Math.min(i, vjp.length - 1)]?.(g, new Use(node, i));
  }
}

const rules = new Map<string, ShapeRule>();

/** Makes an op on shapes known; gives a function that takes that back. */
export function addRule(name: string, entry: AnyShapeOp): () => void {
  rules.set(name, new ShapeRule(name, entry as unknown as ShapeOp<unknown>));
  return () => rules.delete(name);
}

/** Whether there is an op of that name. */
export const isKnownRule = (name: string): boolean => rules.has(name);

/** Applies an op on shapes: to Tensors of one dtype, float64 if any is. */
export function applyShapeOp(name: string, inputs: readonly Tensor[], options: unknown): Tensor {
  const rule = rules.get(name) as ShapeRule;
  const operands = oneDtype(name, inputs);
  // Plain loops: most calls have one operand, and the walk is a good part of a small op.
  const numbers = new Array<Strided>(operands.length);
  const shapes = new Array<Shape>(operands.length);
  let needsGrad = false;
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i] as Tensor;
    numbers[i] = operand.numbers;
    shapes[i] = (numbers[i] as Strided).shape;
    needsGrad ||= operand.needsGrad;
  }
  const result = backend.run(name, numbers, rule.entry.shape(shapes, options), options);
  const records = needsGrad && rule.entry.vjp.length > 0 && !isForgetting();
  const made = records ? new Tensor(result, true, rule, operands, numbers, options) : new Tensor(result);
  if (isWatching()) refuse(bornIn(made, name, operands, numbers, options));
  return made;
}

function oneDtype(name: string, inputs: readonly Tensor[]): readonly Tensor[] {
  let mixed = false;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    if (!(input instanceof Tensor))
      throw new TypeError(`${name}: expected a Tensor, got ${describe(input)}.`);
    mixed ||= input.dtype !== (inputs[0] as Tensor).dtype;
  }
  return mixed ? inputs.map((input) => input.to("float64")) : inputs;
}
