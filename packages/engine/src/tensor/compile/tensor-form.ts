import type { CompileOptions } from "../../compile/compile.js";
import type { Form } from "../../compile/form.js";
import type { Choice } from "../../compile/target.js";
import type { Rule } from "../../compile/update.js";
import { forgetNumbers } from "../../kernels/remembered.js";
import type { Value } from "../../value.js";
import { gradients } from "../backward.js";
import type { Floats } from "../dtype.js";
import { contiguous, copyOf, dense, type Strided } from "../strided.js";
import { Tensor } from "../tensor.js";
import { fused, type Step } from "./fuse.js";
import { fits, mapTensors, tensorsOf } from "./tensor-tree.js";
import type { Tracing } from "./tracing.js";

/** A recorded function of Tensors: its ops again, each into the arrays that it filled the first time. */
export class TensorForm implements Form {
  readonly choice: Choice;
  private readonly tracing: Tracing;
  private readonly args: readonly unknown[];
  private readonly inputs: readonly Tensor[];
  private readonly firsts: readonly Tensor[];
  private readonly result: unknown;
  private readonly rule: Rule | undefined;
  private readonly steps: readonly Step[];
  private readonly results: readonly Floats[];
  /** Whether the recording itself has computed the forward pass for the arguments, and drawn its random numbers. */
  private isFresh = true;
  /** The forward pass for those who want the value only. */
  private forValue: readonly (() => void)[] | null = null;
  private readonly gradientsOf = new Map<Wanted, Gradients>();

  constructor(
    tracing: Tracing,
    args: readonly unknown[],
    result: unknown,
    options: CompileOptions,
    rule?: Rule,
  ) {
    this.tracing = tracing;
    this.rule = rule;
    this.args = args;
    this.inputs = tensorsOf(args);
    this.firsts = args.length > 0 ? tensorsOf([args[0]]) : [];
    this.result = result;
    this.steps = tracing.recorder.take();
    this.results = tensorsOf(result).map(({ strided }) => strided.data);
    const why =
      options.target === "replay" || !options.target
        ? "a function of Tensors"
        : "functions of Tensors are replayed";
    this.choice = { target: "replay", why, nodes: tracing.count, steps: this.steps.length };
  }

  accepts(args: readonly unknown[]): boolean {
    const given: Tensor[] = [];
    if (!fits(args, this.args, given)) return false;
    for (let i = 0; i < given.length; i++) {
      (this.inputs[i] as Tensor).strided.data.set(numbersOf(given[i] as Tensor));
    }
    return true;
  }

  value(): unknown {
    this.forValue ??= this.forward([]);
    this.compute(this.forValue);
    return mapTensors(this.result, "", (found) => new Tensor(ownNumbers(found.strided)));
  }

  gradient(args: readonly unknown[]): unknown {
    this.differentiate("argument", "gradient");
    return this.gradientTree(args);
  }

  valueAndGradient(args: readonly unknown[]): [unknown, unknown] {
    const output = this.differentiate("argument", "valueAndGradient");
    return [output, this.gradientTree(args)];
  }

  step(): number {
    const output = this.differentiate("outside", "step");
    const { leaves, found } = this.gradientsOf.get("outside") as Gradients;
    leaves.forEach((leaf, i) => {
      const gradient = found[i] as Strided | null;
      if (gradient === null) return;
      if (this.rule) this.change(leaf, gradient, this.rule);
      else {
        const own = new Tensor(ownNumbers(gradient));
        leaf.grad = leaf.grad === null ? own : leaf.grad.add(own).detach();
      }
    });
    return output;
  }

  inspect(): Value {
    throw new TypeError(
      "compile: inspect() shows graphs of Values; call the function itself to look at its Tensors.",
    );
  }

  /** The forward pass, with what the steps after it need. */
  private forward(after: readonly Step[]): (() => void)[] {
    const kept = new Set([...this.results, ...after.flatMap(({ reads }) => reads)]);
    return fused(this.steps, kept, this.tracing.recorder.inner);
  }

  private compute(forward: readonly (() => void)[]): void {
    if (!this.isFresh) {
      forgetNumbers();
      for (const step of forward) step();
    }
    this.isFresh = false;
  }

  /** Computes value and gradients; gives the value. */
  private differentiate(wanted: Wanted, name: string): number {
    const { result } = this;
    if (!(result instanceof Tensor) || result.size !== 1) {
      const found =
        result instanceof Tensor ? `a Tensor of shape [${result.shape.join(", ")}]` : "several Tensors";
      throw new TypeError(
        `compile: ${name}() needs a function that returns one number; this one returns ${found}.`,
      );
    }
    const { forward, backward } = this.gradientsOf.get(wanted) ?? this.make(wanted, name, result);
    this.compute(forward);
    const output = result.strided.data[result.strided.offset] as number;
    for (const step of backward) step();
    return output;
  }

  /** Records the way back. */
  private make(wanted: Wanted, name: string, result: Tensor): Gradients {
    const outside = this.tracing.captured().filter((leaf) => leaf.requiresGrad);
    const leaves = wanted === "outside" ? outside : this.firsts;
    const found = result.requiresGrad
      ? this.tracing.goOn(() => gradients(result, leaves))
      : leaves.map(() => null);
    if (found.every((gradient) => gradient === null)) throw new Error(nothingTo(wanted, name));
    const steps = this.tracing.recorder.take();
    const kept = new Set(found.flatMap((gradient) => (gradient ? [gradient.strided.data] : [])));
    const made = {
      leaves,
      found: found.map((gradient) => gradient?.strided ?? null),
      forward: this.forward(steps),
      backward: fused(steps, kept, this.tracing.recorder.inner),
    };
    this.gradientsOf.set(wanted, made);
    return made;
  }

  private gradientTree(args: readonly unknown[]): unknown {
    const { found } = this.gradientsOf.get("argument") as Gradients;
    let next = 0;
    return mapTensors(args[0], "", (argument) => {
      const gradient = found[next++];
      if (gradient) return new Tensor(ownNumbers(gradient));
      return argument.newFull(argument.shape as number[], 0);
    });
  }

  private change(leaf: Tensor, gradient: Strided, rule: Rule): void {
    const { data } = leaf;
    const { data: g, offset, size } = contiguous(gradient);
    rule.apply(data, offset === 0 && g.length === size ? g : g.subarray(offset, offset + size));
  }
}

/** Whose gradients: those of the first argument, or of the Tensors from outside. */
type Wanted = "argument" | "outside";

interface Gradients {
  readonly leaves: readonly Tensor[];
  /** Null where none comes. */
  readonly found: readonly (Strided | null)[];
  readonly forward: readonly (() => void)[];
  readonly backward: readonly (() => void)[];
}

const numbersOf = (found: Tensor) => found.live ?? contiguousNumbers(found.strided);

function contiguousNumbers(x: Strided) {
  const { data, offset, size } = contiguous(x);
  return data.subarray(offset, offset + size);
}

/** A copy, for those who keep it. */
const ownNumbers = (x: Strided): Strided => dense(copyOf(x), x.dtype, x.shape);

function nothingTo(wanted: Wanted, name: string): string {
  if (wanted === "outside") {
    return (
      "compile: step() gives gradients to the Tensors with requiresGrad that the function uses from outside, and its result " +
      "depends on none; gradient() is with respect to the first argument."
    );
  }
  return (
    `compile: ${name}() is with respect to the first argument, and the result does not depend on it; step() gives ` +
    "gradients to the Tensors with requiresGrad that the function uses from outside."
  );
}
