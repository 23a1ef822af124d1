import type { Comparison, Formula } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import { parseProgram } from "../formula/parse.js";
import type { Intrinsic } from "../intrinsics/intrinsic.js";
import type { Dialect } from "./dialect.js";
import { glsl } from "./glsl.js";
import { js } from "./js.js";
import { safe } from "./safe.js";
import { wgsl } from "./wgsl.js";

/**
 * "wgsl" is WebGPU's language. "glsl" is GLSL ES 3.0, for WebGL 2 and the native functions of gpu.js. "js" is the subset
 * of JavaScript that gpu.js reads.
 */
export type GpuLanguage = "wgsl" | "glsl" | "js";

/** A function that printed text calls: float32 arguments, a float32 value. */
export interface GpuFunction {
  /** It starts with "og_". */
  readonly name: string;
  readonly args: readonly string[];
  readonly text: string;
}

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
    return this.#write(fold(formula), read, (comparison, [left, right, then, otherwise]) => {
      const [name, args] = choices[comparison]([left, right], [then, otherwise]);
      return this.call(name, args);
    });
  }

  /** A number as text that is read as the same float32; infinities and NaN are calls of functions. The sign of -0 is lost. */
  number(x: number): string {
    const rounded = Math.fround(x);
    if (Number.isNaN(rounded)) return this.call("nan", []);
    const size = Math.abs(rounded);
    const text = size === Number.POSITIVE_INFINITY ? this.call("inf", []) : this.#dialect.number(size);
    return rounded < 0 ? this.#dialect.negate(text) : text;
  }

  /**
   * The text of a call: of an intrinsic, or of `inf()`, `nan()`, `isNan(x)` (1 or 0), and the choices
   * `less(left, right, then, otherwise)`, `atMost(...)` and `equal(...)`, which hold for no NaN.
   *
   * @throws Error for another name, or another number of arguments.
   */
  call(name: string, args: readonly string[]): string {
    const builtin = Object.hasOwn(this.#dialect.builtin, name) ? this.#dialect.builtin[name] : undefined;
    const wanted = builtin ? 1 : this.#register(name).args.length;
    if (args.length !== wanted) {
      throw new Error(
        `call: ${name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, found ${args.length}.`,
      );
    }
    return `${builtin ?? `og_${name}`}(${args.join(", ")})`;
  }

  /** The functions that all printed text calls, and those that they call themselves; callees first. */
  functions(): readonly GpuFunction[] {
    return [...this.#functions.values()];
  }

  #register(name: string): GpuFunction {
    const known = this.#functions.get(name);
    if (known) return known;
    const { primitives } = this.#dialect;
    const primitive = Object.hasOwn(primitives, name) ? primitives[name] : undefined;
    if (!primitive && !Object.hasOwn(safe, name)) {
      throw new Error(`call: there is no function "${name}" on a GPU; formulas call intrinsics only.`);
    }
    const { args } = primitive ?? (safe[name] as Intrinsic);
    const body = primitive ? this.#bodyOf(primitive.body) : this.#bodyOfProgram(safe[name] as Intrinsic);
    const text = this.#dialect.define(`og_${name}`, args, body);
    const made = { name: `og_${name}`, args, text };
    this.#functions.set(name, made);
    return made;
  }

  /** A body, when the functions that it calls are known. */
  #bodyOf(body: string): string {
    for (const [, name] of body.matchAll(/\bog_(\w+)\(/g)) this.#register(name as string);
    return body;
  }

  #bodyOfProgram({ program }: Intrinsic): string {
    const { line, choose } = this.#dialect;
    const write = (formula: Formula) =>
      this.#write(fold(formula), String, (comparison, texts) => choose(comparison, ...texts));
    const lines = parseProgram(program);
    return lines
      .map(({ name, formula }, i) =>
        i < lines.length - 1 ? line(name, write(formula)) : `return ${write(formula)};`,
      )
      .join("\n  ");
  }

  #write(formula: Formula, read: (name: string) => string, choose: Choose): string {
    const write = (part: Formula) => this.#write(part, read, choose);
    switch (formula.kind) {
      case "number":
        return this.number(formula.value);
      case "name":
        return read(formula.name);
      case "negate":
        return this.#dialect.negate(write(formula.of));
      case "binary":
        return `(${write(formula.left)} ${formula.operator} ${write(formula.right)})`;
      case "choose": {
        const { comparison, left, right, then, otherwise } = formula;
        return choose(comparison, [write(left), write(right), write(then), write(otherwise)]);
      }
      case "call":
        return this.call(formula.name, formula.args.map(write));
    }
  }
}

/** The text of a choice, from those of its parts. */
type Choose = (
  comparison: Comparison,
  texts: [left: string, right: string, then: string, otherwise: string],
) => string;
