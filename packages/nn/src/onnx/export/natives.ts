import type { Attribute } from "./graph.js";

/** An op of ONNX that is the same function as one of the table. */
export interface Native {
  readonly opType: string;
  /** Its attributes, from the op's parameters. */
  readonly attributes?: (...params: number[]) => Readonly<Record<string, Attribute>>;
}

/** Ops that are one node instead of their formula: shorter graphs and faster runs, and nothing more. */
export const natives: Readonly<Record<string, Native>> = {
  relu: { opType: "Relu" },
  leakyRelu: { opType: "LeakyRelu", attributes: (slope) => ({ alpha: { f: slope as number } }) },
  elu: { opType: "Elu", attributes: (alpha) => ({ alpha: { f: alpha as number } }) },
  sigmoid: { opType: "Sigmoid" },
  softplus: { opType: "Softplus" },
  max: { opType: "Max" },
  min: { opType: "Min" },
  sign: { opType: "Sign" },
  ceil: { opType: "Ceil" },
};
