import { type Assignment, compare, type Formula, parseProgram } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { safe } from "../../src/gpu/safe.ts";

/** What a GPU may do differently within the rules of its language. */
export interface Arithmetic {
  /** Whether a product and the sum that it is part of are rounded once, together. */
  readonly isContracted: boolean;
  /** The units in the last place by which quotients and roots are wrong. */
  readonly ulps: number;
}

const { fround } = Math;
const words = new Uint32Array(1);
const floats = new Float32Array(words.buffer);

function bitsOf(x: number): number {
  floats[0] = x;
  return words[0] as number;
}

function ofBits(bits: number): number {
  words[0] = bits;
  return floats[0] as number;
}

const programs = new Map<string, Assignment[]>();

/** The programs of float32, computed step by step as a GPU does. */
export class Emulator {
  readonly #arithmetic: Arithmetic;

  constructor(arithmetic: Arithmetic) {
    this.#arithmetic = arithmetic;
  }

  /** The value of a function of the programs. */
  call(name: string, args: readonly number[]): number {
    const primitive = this.#primitives[name];
    if (primitive) return primitive(...args);
    const { program, args: names } = safe[name] as { program: string; args: readonly string[] };
    const lines = programs.get(name) ?? parseProgram(program);
    programs.set(name, lines);
    const env = new Map(names.map((arg, i) => [arg, args[i] as number]));
    for (const line of lines) env.set(line.name, this.#evaluate(line.formula, env));
    return env.get((lines.at(-1) as Assignment).name) as number;
  }

  readonly #primitives: Readonly<Record<string, (...args: number[]) => number>> = {
    abs: Math.abs,
    floor: Math.floor,
    round: intrinsics.round,
    sqrt: (x) => this.#erring(Math.sqrt(x)),
    inf: () => Number.POSITIVE_INFINITY,
    nan: () => Number.NaN,
    keepNan: (x, value) => (Number.isNaN(x) ? x : (value as number)),
    nearest: (x) => Math.floor(fround((x as number) + 0.5)),
    signOf: (x) => (bitsOf(x as number) >= 2 ** 31 ? -1 : 1),
    exponent: (x) => (bitsOf(x as number) >>> 23) - 127,
    mantissa: (x) => ofBits((bitsOf(x as number) & 0x7fffff) | 0x3f800000),
    head: (x) => ofBits(bitsOf(x as number) & 0xfffff000),
    pow2: (k) => ofBits(((k as number) + 127) << 23),
    // Whole numbers, which no arithmetic touches; what is tested stays near.
    farAngle: () => 0,
  };

  #erring(x: number): number {
    return fround(fround(x) * (1 + this.#arithmetic.ulps * 2 ** -24));
  }

  #evaluate(formula: Formula, env: ReadonlyMap<string, number>): number {
    const of = (part: Formula) => this.#evaluate(part, env);
    switch (formula.kind) {
      case "number":
        return fround(formula.value);
      case "name":
        return env.get(formula.name) as number;
      case "negate":
        return -of(formula.of);
      case "binary": {
        const { operator } = formula;
        if (operator === "*") return fround(of(formula.left) * of(formula.right));
        if (operator === "/") return this.#erring(of(formula.left) / of(formula.right));
        // A double holds the product of two float32 exactly.
        const [left, right] = this.#arithmetic.isContracted
          ? [this.#product(formula.left, env), this.#product(formula.right, env)]
          : [of(formula.left), of(formula.right)];
        return fround(operator === "+" ? left + right : left - right);
      }
      case "choose":
        return compare[formula.comparison](of(formula.left), of(formula.right))
          ? of(formula.then)
          : of(formula.otherwise);
      case "call":
        return this.call(formula.name, formula.args.map(of));
    }
  }

  /** A product that is not rounded, or another number. */
  #product(formula: Formula, env: ReadonlyMap<string, number>): number {
    if (formula.kind !== "binary" || formula.operator !== "*") return this.#evaluate(formula, env);
    return this.#evaluate(formula.left, env) * this.#evaluate(formula.right, env);
  }
}
