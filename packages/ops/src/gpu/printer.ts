import type { Comparison, Formula } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import type { Dialect } from "./dialect.js";
import { formulaText, numberText } from "./expression.js";
import { builtinOf, callText, functionOf, type GpuFunction } from "./functions.js";
import { glsl } from "./glsl.js";
import { js } from "./js.js";
import { wgsl } from "./wgsl.js";

/**
 * "wgsl" is WebGPU's language. "glsl" is GLSL ES 3.0, for WebGL 2; its expressions are also JavaScript for gpu.js, when the
 * functions are given to it as native ones. "js" is the subset of JavaScript that gpu.js reads, for its modes without GLSL
 * and for WebGL 1, whose GLSL knows no bits.
 */
export type GpuLanguage = "wgsl" | "glsl" | "js";

const dialects: Readonly<Record<GpuLanguage, Dialect>> = { wgsl, glsl, js };

/** The choices that are safe for NaN, and whether their sides or branches are exchanged. */
const choices: Readonly<Record<Comparison, (sides: string[], branches: string[]) => [string, string[]]>> = {
  "<": (sides, branches) => ["less", [...sides, ...branches]],
  ">": (sides, branches) => ["less", [...sides.toReversed(), ...branches]],
  "<=": (sides, branches) => ["atMost", [...sides, ...branches]],
  ">=": (sides, branches) => ["atMost", [...sides.toReversed(), ...branches]],
  "==": (sides, branches) => ["equal", [...sides, ...branches]],
  "!=": (sides, branches) => ["equal", [...sides, ...branches.toReversed()]],
};

/**
 * Prints formulas as expressions of float32 in a GPU's language, and collects the functions that they call: programs of
 * this package instead of the GPU's own, which are not right everywhere. NaN stays NaN, and a comparison with it is false,
 * as in JavaScript, also where a driver assumes that there is none.
 */
export class GpuPrinter {
  readonly language: GpuLanguage;
  readonly #dialect: Dialect;
  readonly #functions = new Map<string, GpuFunction>();

  /** @throws Error for a language that is none of the three. */
  constructor(language: GpuLanguage) {
    if (!Object.hasOwn(dialects, language)) {
      throw new Error(
        `GpuPrinter: there is no language "${language}"; there are: ${Object.keys(dialects).join(", ")}.`,
      );
    }
    this.language = language;
    this.#dialect = dialects[language];
  }

  /**
   * The text of an expression, in parentheses where it needs them. `read` gives the text of a name: a variable, an element,
   * or anything else that binds as tightly.
   *
   * @throws Error for a call of what is not an intrinsic, or with another number of arguments.
   */
  print(formula: Formula, read: (name: string) => string): string {
    return formulaText(fold(formula), {
      dialect: this.#dialect,
      read,
      call: (name, args) => this.call(name, args),
      choose: (comparison, [left, right, then, otherwise]) =>
        this.call(...choices[comparison]([left, right], [then, otherwise])),
    });
  }

  /** A number as text that is read as the same float32; infinities and NaN are calls of functions. The sign of -0 is lost. */
  number(x: number): string {
    return numberText(x, this.#dialect, (name, args) => this.call(name, args));
  }

  /**
   * The text of a call: of an intrinsic, or of `inf()`, `nan()`, `isNan(x)` (1 or 0), and the choices
   * `less(left, right, then, otherwise)`, `atMost(...)` and `equal(...)`, which hold for no NaN.
   *
   * @throws Error for another name, or another number of arguments.
   */
  call(name: string, args: readonly string[]): string {
    const text = callText(name, args, this.#dialect);
    if (builtinOf(name, this.#dialect) === undefined) this.#need(name);
    return text;
  }

  /** The functions that all printed text calls, and those that they call themselves; callees first. */
  functions(): readonly GpuFunction[] {
    return [...this.#functions.values()];
  }

  #need(name: string): void {
    if (this.#functions.has(name)) return;
    const { made, callees } = functionOf(name, this.#dialect);
    for (const callee of callees) this.#need(callee);
    this.#functions.set(name, made);
  }
}
