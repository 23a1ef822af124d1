import type { Formula } from "@outgrad/ops";
import type { GpuPrinter } from "@outgrad/ops/gpu";

/** The text of a number or a condition in the language of a GPU. Whole numbers and others do not mix: see `toFloat`. */
export type Text = string;

/**
 * Writes what a thread does. Whole numbers are written as they are, `${3}`, others by `number`; `+ - *`, comparisons,
 * `&&` and `||` are the same in every language.
 */
export abstract class Writer {
  /** Which number of the result it is. */
  abstract readonly thread: Text;
  protected readonly printer: GpuPrinter;
  protected readonly lines: string[] = [];
  #indent = "  ";

  constructor(printer: GpuPrinter) {
    this.printer = printer;
  }

  /** Names a whole number; gives the name. */
  abstract int(name: string, value: Text): Text;
  /** Names another number, which `set` can change; gives the name. */
  abstract float(name: string, value: Text): Text;
  /** Names a whole number that `set` can change; gives the name. */
  abstract index(name: string, value: Text): Text;
  /** A number of an input. */
  abstract read(input: number, at: Text): Text;
  /** A whole number that is given at each run. */
  abstract givenInt(i: number): Text;
  /** Another number that is given at each run. */
  abstract givenFloat(i: number): Text;
  /** a / b without the fraction, of whole numbers, a >= 0 and b > 0. */
  abstract div(a: Text, b: Text | number): Text;
  /** What is left over by that. */
  abstract mod(a: Text, b: Text | number): Text;
  abstract toFloat(int: Text): Text;
  /** The whole number that a number is. */
  abstract toInt(float: Text): Text;
  /** `yes` where the condition holds, else `no`; both are computed. */
  abstract select(condition: Text, yes: Text, no: Text): Text;
  protected abstract loopHead(name: string, count: number): string;
  /** The number that the thread makes. */
  abstract result(value: Text): void;

  set(name: Text, value: Text): void {
    this.line(`${name} = ${value};`);
  }

  /** Does something `count` times, with a counter from 0. */
  loop(name: string, count: number, body: (counter: Text) => void): void {
    this.line(this.loopHead(name, count));
    this.#inside(() => body(name));
    this.line("}");
  }

  when(condition: Text, then: () => void, otherwise?: () => void): void {
    this.line(`if (${condition}) {`);
    this.#inside(then);
    if (otherwise) {
      this.line("} else {");
      this.#inside(otherwise);
    }
    this.line("}");
  }

  /** Leaves the loop that is being written if the condition holds. */
  stopWhen(condition: Text): void {
    this.when(condition, () => this.line("break;"));
  }

  /** A literal of any number but a whole one; infinities and NaN too. */
  number(x: number): Text {
    return this.printer.number(x);
  }

  /** A function of numbers, such as exp or isNan. */
  call(name: string, ...args: readonly Text[]): Text {
    return this.printer.call(name, args);
  }

  /** A formula of the op table, its names read by `read`. */
  formula(formula: Formula, read: (name: string) => Text): Text {
    return this.printer.print(formula, read);
  }

  protected line(text: string): void {
    this.lines.push(this.#indent + text);
  }

  #inside(body: () => void): void {
    const before = this.#indent;
    this.#indent += "  ";
    body();
    this.#indent = before;
  }
}
