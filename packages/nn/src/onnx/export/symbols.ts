import { OnnxError } from "../error.js";
import type { Varying } from "./size.js";

/** An axis of an input whose size the graph's user chooses. */
export interface Axis {
  /** Axes with the same name have the same size. */
  readonly name: string;
  readonly input: string;
  readonly dim: number;
}

/** factor · (product of the sizes of the axes with these names) + offset. */
export interface Expression {
  readonly factor: number;
  readonly names: readonly string[];
  readonly offset: number;
}

/** The dynamic axes, and what size each had in each recording. */
export class Symbols {
  /** One axis for each name. */
  readonly axes: readonly Axis[];
  readonly sizes: readonly Readonly<Record<string, number>>[];

  constructor(axes: readonly Axis[], sizes: readonly Readonly<Record<string, number>>[]) {
    this.axes = axes;
    this.sizes = sizes;
  }

  /** A number by the sizes of the axes. Throws a sentence if it does not depend on them in a way that is known here. */
  expression({ values }: Varying): Expression {
    for (const names of this.#products()) {
      const products = this.sizes.map((sizes) =>
        names.reduce((product, name) => product * (sizes[name] as number), 1),
      );
      const [i, j] = [0, products.findIndex((product) => product !== products[0])];
      if (j < 0) continue;
      const [x, y] = [products[i] as number, products[j] as number];
      const factor = ((values[j] as number) - (values[i] as number)) / (y - x);
      const offset = (values[i] as number) - factor * x;
      if (!Number.isInteger(factor) || !Number.isInteger(offset)) continue;
      if (products.every((product, k) => factor * product + offset === values[k]))
        return { factor, names, offset };
    }
    throw new OnnxError(
      `exportOnnx: a size in the graph is ${values.join(", ")} where the dynamic axes are ` +
        `${this.sizes.map((sizes) => JSON.stringify(sizes)).join(", ")}; only products of them and linear functions can be ` +
        "written, so leave an axis out of dynamicAxes.",
    );
  }

  /** Products of up to three names, the simple ones first: n rows and columns of l numbers each are n l l. */
  #products(): string[][] {
    const names = this.axes.map(({ name }) => name);
    const longer = (all: readonly string[][]): string[][] =>
      all.flatMap((product) => {
        const from = names.indexOf(product.at(-1) as string);
        return names.slice(from).map((name) => [...product, name]);
      });
    const singles = names.map((name) => [name]);
    const pairs = longer(singles);
    return [...singles, ...pairs, ...longer(pairs)];
  }
}
