import type { Tensor } from "@outgrad/engine";
import { opOf } from "@outgrad/ops";
import { Module } from "../module.js";
import { shown } from "../shown.js";
import { expectShape } from "./expect.js";

/** The ops of the table that these layers apply. */
type Name =
  | "elu"
  | "gelu"
  | "geluTanh"
  | "hardtanh"
  | "leakyRelu"
  | "mish"
  | "relu"
  | "selu"
  | "sigmoid"
  | "silu"
  | "softplus"
  | "tanh";

/** An op of the table as a Module: number by number, a Tensor of any shape. */
export abstract class Elementwise extends Module<Tensor> {
  /** The op's parameters by name. */
  readonly options: Readonly<Record<string, number>>;
  readonly #op: Name;
  readonly #where: string;

  constructor(where: string, op: Name, given: readonly (number | undefined)[] = []) {
    super();
    const options = Object.entries(opOf(op).params).map(
      ([name, usual], i) => [name, given[i] ?? usual] as const,
    );
    for (const [name, option] of options) {
      if (typeof option !== "number" || Number.isNaN(option)) {
        throw new TypeError(`${where}: ${name} is a number; got ${shown(option)}.`);
      }
    }
    this.options = Object.fromEntries(options);
    this.#op = op;
    this.#where = `${where}.forward`;
  }

  /** The op of each number. */
  forward(x: Tensor): Tensor {
    expectShape(this.#where, "x", x, ["..."]);
    const apply = x[this.#op] as (this: Tensor, ...options: number[]) => Tensor;
    return apply.call(x, ...Object.values(this.options));
  }

  protected override extraRepr(): string {
    return Object.entries(this.options)
      .map(([name, option]) => `${name}=${option}`)
      .join(", ");
  }
}

/** max(x, 0). */
export class ReLU extends Elementwise {
  constructor() {
    super("ReLU", "relu");
  }
}

/** x above 0, slope · x below. */
export class LeakyReLU extends Elementwise {
  constructor(slope = 0.01) {
    super("LeakyReLU", "leakyRelu", [slope]);
  }
}

/** x above 0, alpha · (e**x - 1) below. */
export class ELU extends Elementwise {
  constructor(alpha = 1) {
    super("ELU", "elu", [alpha]);
  }
}

/** ELU with the factors that keep mean 0 and variance 1. */
export class SELU extends Elementwise {
  constructor() {
    super("SELU", "selu");
  }
}

/** x times the probability that a normal number is below x; "tanh" for the approximation by tanh. */
export class GELU extends Elementwise {
  constructor(options: { readonly approximate?: "none" | "tanh" } = {}) {
    const { approximate = "none" } = options;
    if (approximate !== "none" && approximate !== "tanh") {
      throw new TypeError(`GELU: approximate is "none" or "tanh"; got ${shown(approximate)}.`);
    }
    super("GELU", approximate === "tanh" ? "geluTanh" : "gelu");
  }
}

/** x · sigmoid(x), also called swish. */
export class SiLU extends Elementwise {
  constructor() {
    super("SiLU", "silu");
  }
}

/** x · tanh(softplus(x)). */
export class Mish extends Elementwise {
  constructor() {
    super("Mish", "mish");
  }
}

/** log(1 + e**x). */
export class Softplus extends Elementwise {
  constructor() {
    super("Softplus", "softplus");
  }
}

/** 1 / (1 + e**-x). */
export class Sigmoid extends Elementwise {
  constructor() {
    super("Sigmoid", "sigmoid");
  }
}

/** The hyperbolic tangent. */
export class Tanh extends Elementwise {
  constructor() {
    super("Tanh", "tanh");
  }
}

/** x, but no less than min and no more than max. */
export class Hardtanh extends Elementwise {
  constructor(min = -1, max = 1) {
    super("Hardtanh", "hardtanh", [min, max]);
  }
}
