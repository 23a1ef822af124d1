import { Tensor } from "@outgrad/engine";
import {
  type Backend,
  cpu,
  type DType,
  elementwiseOp,
  homeOf,
  indicesElsewhere,
  type Remote,
  type Shape,
  Strided,
  sizeOf,
  stridesOf,
} from "@outgrad/engine/backend";
import { OnnxError } from "../error.js";

/** What an op was applied to: the result of an earlier op, a named leaf, or numbers that are the same at every run. */
export type Operand =
  | { readonly kind: "result"; readonly at: number; readonly shape: Shape }
  | { readonly kind: "leaf"; readonly name: string; readonly shape: Shape }
  | { readonly kind: "constant"; readonly numbers: ArrayLike<number>; readonly shape: Shape };

/** An op as a model applied it. */
export interface Recorded {
  readonly op: string;
  /** Of an elementwise op its parameters, of an op on shapes its options. */
  readonly options: unknown;
  readonly isElementwise: boolean;
  readonly operands: readonly Operand[];
  readonly shape: Shape;
}

/** Stands for the numbers of a result, which nobody computes. */
class Unknown implements Remote {
  readonly home: Backend;
  readonly operand: Operand;
  holds = 0;

  constructor(home: Backend, operand: Operand) {
    this.home = home;
    this.operand = operand;
  }

  free(): void {}
}

/** A backend that computes nothing and notes what it is asked for. What depends on constants alone, the CPU computes. */
export class Recorder implements Backend {
  readonly name = "onnx";
  readonly ops: Recorded[] = [];
  readonly #leaves = new Map<Strided, string>();

  /** Makes a leaf of the model known by a name; its numbers are never looked at. */
  know(leaf: Tensor, name: string): void {
    this.#leaves.set(leaf.numbers, name);
  }

  /** A Tensor of which nothing is known but what it is called. */
  input(name: string, shape: Shape, dtype: DType): Tensor {
    return new Tensor(this.#unknown({ kind: "leaf", name, shape }, dtype));
  }

  elementwise(code: number, shape: Shape, params: readonly number[], a: Strided, b?: Strided): Strided {
    const operands = b ? [a, b] : [a];
    if (this.#areConstant(operands)) return cpu.elementwise(code, shape, params, a, b);
    return this.#record(elementwiseOp(code).name, params, true, operands, shape);
  }

  run(op: string, inputs: readonly Strided[], shape: Shape, options: unknown): Strided {
    const index = indicesElsewhere(options);
    const operands = index ? [...inputs, index] : inputs;
    if (this.#areConstant(operands)) return cpu.run(op, inputs, shape, options);
    return this.#record(op, options, false, operands, shape);
  }

  partial(): Strided {
    throw new OnnxError(
      "exportOnnx: forward asks for gradients, which ONNX does not have; compute them outside.",
    );
  }

  numbers(x: Strided): ReturnType<Backend["numbers"]> {
    if (homeOf(x) === undefined) return cpu.numbers(x);
    throw new OnnxError(
      "exportOnnx: forward looks at the numbers of a result (data, item(), toArray(), or indices that must be checked), " +
        "which are others for each input; use ops on Tensors, such as where.",
    );
  }

  async read(x: Strided): ReturnType<Backend["read"]> {
    return this.numbers(x);
  }

  /** What a Tensor that the model returned is. */
  operandOf(x: Strided): Operand {
    if (homeOf(x) !== undefined) return (x.data as unknown as Unknown).operand;
    const name = this.#leaves.get(x);
    if (name !== undefined) return { kind: "leaf", name, shape: x.shape };
    return { kind: "constant", numbers: cpu.numbers(x), shape: x.shape };
  }

  #areConstant(operands: readonly Strided[]): boolean {
    return operands.every((operand) => homeOf(operand) === undefined && !this.#leaves.has(operand));
  }

  #record(
    op: string,
    options: unknown,
    isElementwise: boolean,
    inputs: readonly Strided[],
    shape: Shape,
  ): Strided {
    const operands = inputs.map((input) => this.operandOf(input));
    this.ops.push({ op, options, isElementwise, operands, shape });
    const dtype = op === "to" ? (options as { dtype: DType }).dtype : (inputs[0] as Strided).dtype;
    return this.#unknown({ kind: "result", at: this.ops.length - 1, shape }, dtype);
  }

  #unknown(operand: Operand, dtype: DType): Strided {
    const { shape } = operand;
    const data = new Unknown(this, operand) as never;
    return new Strided(data, dtype, shape, stridesOf(shape), 0, sizeOf(shape), true);
  }
}
