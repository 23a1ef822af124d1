import type { Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { shown } from "../shown.js";
import { expectShape } from "./expect.js";

/**
 * Several dims as one, by default all but the first, which is the batch; torch.nn.Flatten.
 *
 * @example
 * new Flatten().forward(zeros([8, 3, 4, 4])).shape // => [8, 48]
 */
export class Flatten extends Module<Tensor> {
  readonly startDim: number;
  readonly endDim: number;

  constructor(startDim = 1, endDim = -1) {
    super();
    for (const [name, dim] of Object.entries({ startDim, endDim })) {
      if (!Number.isSafeInteger(dim))
        throw new RangeError(`Flatten: ${name} is an integer; got ${shown(dim)}.`);
    }
    this.startDim = startDim;
    this.endDim = endDim;
  }

  /** The dims from startDim to endDim as one. */
  forward(x: Tensor): Tensor {
    expectShape("Flatten.forward", "x", x, ["..."]);
    const rank = x.shape.length;
    const [first, last] = [this.startDim, this.endDim].map((dim) => (dim < 0 ? dim + rank : dim)) as [
      number,
      number,
    ];
    if (first < 0 || last >= rank || first > last) {
      throw new RangeError(
        `Flatten.forward: x ${shown([...x.shape])} has no dims from ${this.startDim} to ${this.endDim}.`,
      );
    }
    return x.flatten(first, last);
  }

  protected override extraRepr(): string {
    return `startDim=${this.startDim}, endDim=${this.endDim}`;
  }
}
