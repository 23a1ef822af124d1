import { isElsewhere, isTensor, type Tensor, useBackend } from "@outgrad/engine";
import { cpu } from "@outgrad/engine/backend";
import { Module } from "../../module.js";
import { buffer, parameter } from "../../module-roles.js";
import { quoted } from "../../quoted.js";
import { shown } from "../../shown.js";
import { snakeCase } from "../../snake-case.js";
import { OnnxError } from "../error.js";
import { type Graph, type OnnxValue, said } from "./graph.js";
import { dtypeOf, type Held, kindOf } from "./held.js";
import type { Node } from "./node.js";

/**
 * A model that was read from an ONNX file. Its numbers are parameters under the names that the file gives them, so that it
 * can be trained further, saved and printed as any other Module; a name that the class has itself gets a "_" before it.
 */
export class OnnxModel extends Module<Tensor> {
  readonly #graph: Graph;
  readonly #leaves = new Map<string, Held>();

  /** @internal */
  constructor(graph: Graph, buffers: ReadonlySet<string>) {
    super();
    this.#graph = graph;
    const taken = new Set<string>();
    for (const [name, held] of graph.initializers) {
      if (held.kind !== "float") {
        this.#leaves.set(name, held);
        continue;
      }
      const { t } = held;
      if (buffers.has(name)) buffer(t);
      else {
        t.requiresGrad = true;
        parameter(t);
      }
      let field = name;
      while (field in this || taken.has(snakeCase(field))) field = `_${field}`;
      taken.add(snakeCase(field));
      Object.defineProperty(this, field, { value: t, enumerable: true });
      this.#leaves.set(name, held);
    }
    this.training = false;
  }

  /** What it takes, in the order of forward. */
  get inputs(): readonly OnnxValue[] {
    return this.#graph.inputs;
  }

  /** What it gives. */
  get outputs(): readonly OnnxValue[] {
    return this.#graph.outputs;
  }

  /**
   * The output for inputs in the order of `inputs`. Numbers are converted to the format that the file asks for.
   *
   * @throws OnnxError if there are more outputs than one, which `run` gives, or if a shape does not fit, naming the node.
   */
  forward(...inputs: Tensor[]): Tensor {
    const { inputs: wanted, outputs } = this.#graph;
    if (inputs.length !== wanted.length) {
      const list = wanted.map(({ name }) => name).join(", ");
      throw new OnnxError(
        `OnnxModel.forward: expected ${wanted.length} inputs (${list}), got ${inputs.length}.`,
      );
    }
    if (outputs.length > 1) {
      const list = outputs.map(({ name }) => name).join(", ");
      throw new OnnxError(`OnnxModel.forward: the model has several outputs (${list}); use run().`);
    }
    return this.#compute("forward", inputs)[0] as Tensor;
  }

  /** All outputs by name, for inputs by name. */
  run(inputs: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
    const { inputs: wanted, outputs } = this.#graph;
    const given = wanted.map(({ name }) => {
      if (!Object.hasOwn(inputs, name))
        throw new OnnxError(`OnnxModel.run: the input ${quoted(name)} is missing.`);
      return inputs[name] as Tensor;
    });
    const found = this.#compute("run", given);
    const named: Record<string, Tensor> = Object.create(null);
    outputs.forEach(({ name }, i) => {
      named[name] = found[i] as Tensor;
    });
    return named;
  }

  #compute(method: string, inputs: readonly Tensor[]): Tensor[] {
    const where = `OnnxModel.${method}`;
    const values = new Map(this.#leaves);
    this.#graph.inputs.forEach((value, i) => {
      values.set(value.name, accepted(where, value, inputs[i]));
    });
    for (const [node, handler] of this.#graph.nodes) {
      node.inputs = node.inputNames.map((name) => values.get(name));
      const results = said(`${where}: ${node.where}`, () => onlyHere(node, () => handler(node)));
      node.inputs = [];
      const list = Array.isArray(results) ? (results as readonly Held[]) : [results as Held];
      list.forEach((held, i) => {
        const name = node.outputNames[i];
        if (name !== undefined && name !== "") values.set(name, held);
      });
    }
    return this.#graph.outputs.map(({ name }) => {
      const held = values.get(name);
      if (held === undefined) throw new OnnxError(`${where}: nothing gave the output ${quoted(name)}.`);
      return held.t;
    });
  }

  protected override extraRepr(): string {
    const { inputs, outputs } = this.#graph;
    const list = (values: readonly OnnxValue[]): string => values.map(({ name }) => name).join(", ");
    return `${list(inputs)} -> ${list(outputs)}`;
  }
}

/** An input, in the format that the file says. */
function accepted(where: string, { name, shape, dataType }: OnnxValue, x: Tensor | undefined): Held {
  if (!isTensor(x)) throw new TypeError(`${where}: expected a Tensor as ${name}, got ${shown(x)}.`);
  const fits =
    shape === undefined ||
    (shape.length === x.shape.length &&
      shape.every((size, dim) => typeof size === "string" || size === x.shape[dim]));
  if (!fits) {
    const wanted = shape?.map((size) => (size === "" ? "?" : size)).join(", ");
    throw new OnnxError(`${where}: expected ${name} of shape [${wanted}], got [${x.shape.join(", ")}].`);
  }
  const kind = kindOf(dataType) ?? "float";
  return { t: kind === "float" ? x.to(dtypeOf(dataType)) : x, kind, known: false };
}

/** What is known from shapes alone is computed here, whatever backend is in use: it must be read at once. */
function onlyHere<Result>(node: Node, compute: () => Result): Result {
  const isKnown = node.isKnown && node.inputs.every((input) => input === undefined || !isElsewhere(input.t));
  if (!isKnown || node.inputs.some((input) => input?.t.requiresGrad)) return compute();
  const before = useBackend(cpu);
  try {
    return compute();
  } finally {
    useBackend(before);
  }
}
