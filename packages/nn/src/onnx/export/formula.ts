import {
  type BinaryOperator,
  type Comparison,
  compare,
  type Formula,
  namesIn,
  toFunction,
} from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { composedFunction } from "@outgrad/ops/source";
import { OnnxError } from "../error.js";
import { nativeFunctions } from "./functions.js";
import type { Graph } from "./graph.js";

/** What a part of a formula is: a number, or the name of a value in the graph. */
export type Piece = number | string;

const arithmetic: Readonly<Record<BinaryOperator, string>> = {
  "+": "Add",
  "-": "Sub",
  "*": "Mul",
  "/": "Div",
};

/** What a comparison is in ONNX, and whether the answer is the other one. */
const comparisons: Readonly<Record<Comparison, readonly [opType: string, negated: boolean]>> = {
  "<": ["Less", false],
  ">": ["Greater", false],
  "<=": ["LessOrEqual", false],
  ">=": ["GreaterOrEqual", false],
  "==": ["Equal", false],
  "!=": ["Equal", true],
};

/** Prints formulas as nodes of a graph. */
export class FormulaPrinter {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** The value of a formula whose names stand for pieces; parts of numbers alone are computed now. */
  print(formula: Formula, names: ReadonlyMap<string, Piece>): Piece {
    const isNumber = [...namesIn(formula)].every((name) => typeof names.get(name) === "number");
    if (isNumber) {
      const numbers = names as ReadonlyMap<string, number>;
      const used = [...namesIn(formula)];
      return toFunction(formula, used, intrinsics)(...used.map((name) => numbers.get(name) as number));
    }
    const part = (of: Formula): Piece => this.print(of, names);
    switch (formula.kind) {
      case "number":
        return formula.value;
      case "name":
        return names.get(formula.name) as Piece;
      case "negate":
        return this.#node("Neg", part(formula.of));
      case "binary":
        return this.#node(arithmetic[formula.operator], part(formula.left), part(formula.right));
      case "choose":
        return this.#choice(formula, part);
      case "call":
        return this.#call(formula.name, formula.args.map(part));
    }
  }

  #choice(formula: Formula & { kind: "choose" }, part: (of: Formula) => Piece): Piece {
    const { comparison, left, right, then, otherwise } = formula;
    const [a, b] = [part(left), part(right)];
    if (typeof a === "number" && typeof b === "number")
      return part(compare[comparison](a, b) ? then : otherwise);
    const condition = this.#condition(comparison, a, b);
    const [yes, no] = [part(then), part(otherwise)];
    if (Object.is(yes, 1) && Object.is(no, 0)) return this.#graph.ofCondition(condition);
    return this.#graph.node("Where", [condition, this.#name(yes), this.#name(no)]);
  }

  #condition(comparison: Comparison, a: Piece, b: Piece): string {
    if (comparison === "!=" && b === 0 && typeof a === "string") return this.#graph.condition(a);
    const [opType, negated] = comparisons[comparison];
    const found = this.#graph.node(opType, [this.#name(a), this.#name(b)]);
    return negated ? this.#graph.node("Not", [found]) : found;
  }

  #call(name: string, args: readonly Piece[]): Piece {
    const native = Object.hasOwn(nativeFunctions, name) ? nativeFunctions[name] : undefined;
    if (native !== undefined) return this.#node(native, ...args);
    const composed = composedFunction(name);
    if (composed === undefined) throw new OnnxError(`exportOnnx: ONNX has no function ${name}.`);
    const [names, formula] = composed;
    return this.print(formula, new Map(names.map((each, i) => [each, args[i] as Piece])));
  }

  #node(opType: string, ...pieces: readonly Piece[]): string {
    return this.#graph.node(
      opType,
      pieces.map((piece) => this.#name(piece)),
    );
  }

  #name(piece: Piece): string {
    return typeof piece === "string" ? piece : this.#graph.constant([piece]);
  }
}
