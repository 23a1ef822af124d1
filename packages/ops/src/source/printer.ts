import type { Formula } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import { callText, functionOf, isBuiltin } from "./functions.js";
import type { SourceLanguage } from "./language.js";
import { formulaText, numberPiece } from "./text.js";

/**
 * Prints formulas as expressions of doubles in a programming language, and collects the functions that they call: this
 * package's portable ones, as text. What is printed computes the same bits as the CPU's functions here, where the language
 * computes with IEEE doubles and does not contract products and sums.
 */
export class SourcePrinter {
  readonly language: SourceLanguage;
  readonly #functions = new Map<string, string>();

  constructor(language: SourceLanguage) {
    this.language = language;
  }

  /**
   * The text of an expression. `read` gives the text of a name: a variable, an element, or anything else that binds as
   * tightly.
   *
   * @throws Error for a call of what is not an intrinsic, or with another number of arguments.
   */
  print(formula: Formula, read: (name: string) => string): string {
    const call = (name: string, args: readonly string[]) => this.call(name, args);
    const text = formulaText(fold(formula), { language: this.language, read, call });
    if (/\bog_div\(/.test(text)) this.#need("div");
    return text;
  }

  /** A number as text that is read as the same double, of infinities and NaN too. */
  number(x: number): string {
    return numberPiece(x, this.language)[0];
  }

  /** The text of a call of an intrinsic. Throws an Error for another name, or another number of arguments. */
  call(name: string, args: readonly string[]): string {
    const text = callText(name, args, this.language);
    if (!isBuiltin(name, this.language)) this.#need(name);
    return text;
  }

  /** The functions that all printed text calls, and those that they call themselves; callees first. */
  functions(): readonly string[] {
    return [...this.#functions.values()];
  }

  #need(name: string): void {
    if (this.#functions.has(name)) return;
    const { text, callees } = functionOf(name, this.language);
    for (const callee of callees) this.#need(callee);
    this.#functions.set(name, text);
  }
}
