import { operatorError } from "./operand-error.js";

/** How a Value reads: in text, in a template, in JSON, in Node's console. Both engines print the same way. */
export abstract class Printable {
  abstract readonly data: number;
  abstract readonly grad: number;
  abstract readonly label: string;
  abstract readonly op: string;

  /** The number, as `data`: for code that shall read like the tensors'. */
  item(): number {
    return this.data;
  }

  toString(): string {
    return `Value(data=${this.data}, grad=${this.grad})`;
  }

  /** What JSON.stringify writes; numbers that JSON cannot hold (NaN, infinities, -0) as strings. */
  toJSON(): { data: number | string; grad: number | string; label: string; op: string } {
    return { data: jsonNumber(this.data), grad: jsonNumber(this.grad), label: this.label, op: this.op };
  }

  /** `${v}` prints; `a + b`, `a * b`, `a < b` throw a sentence, because they would lose the graph. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw operatorError();
  }

  /** What `console.log` shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** A number for JSON, as a string if JSON cannot hold it. */
export const jsonNumber = (x: number): number | string => {
  if (Object.is(x, -0)) return "-0";
  return Number.isFinite(x) ? x : String(x);
};
