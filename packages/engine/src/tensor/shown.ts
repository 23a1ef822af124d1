import { jsonNumber } from "../printable.js";
import type { DType, Floats } from "./dtype.js";
import { showNumbers } from "./nested.js";
import { type Shape, show } from "./shape.js";

/** How a Tensor reads: in text, in a template, in Node's console. */
export abstract class Shown {
  abstract readonly shape: Shape;
  abstract readonly dtype: DType;
  /** @internal The numbers as they are now, not to be written to. */
  abstract numbersNow(): Floats;

  toString(): string {
    const { shape, dtype } = this;
    return `Tensor(${showNumbers(this.numbersNow(), shape)}, shape=${show(shape)}, dtype=${dtype})`;
  }

  /** What JSON.stringify writes; numbers that JSON cannot hold (NaN, infinities, -0) as strings. */
  toJSON(): { shape: Shape; dtype: DType; data: (number | string)[] } {
    return { shape: this.shape, dtype: this.dtype, data: Array.from(this.numbersNow(), jsonNumber) };
  }

  /** `${t}` prints; `a + b`, `a * b`, `a < b` throw a sentence, because they would lose the graph. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new TypeError(
      "JavaScript operators do not work on Tensors and would lose the graph: write a.add(b) for a + b, a.mul(b) for a * b.",
    );
  }

  /** What `console.log` shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
