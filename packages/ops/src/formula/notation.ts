import type { Comparison, Formula } from "./ast.js";
import { type Glyphs, type Numeral, readNumeral, readSymbol } from "./symbols.js";

/** How a two-dimensional target writes each thing that mathematics has a sign for; T is a piece of the target. */
export interface Notation<T> {
  numeral(numeral: Numeral): T;
  symbol(glyphs: Glyphs): T;
  /** -of */
  negative(of: T): T;
  infix(left: T, sign: "+" | "-" | "·", right: T): T;
  fraction(above: T, below: T): T;
  power(base: T, exponent: T): T;
  root(of: T): T;
  bars(of: T): T;
  /** The name of a function before its arguments, which come in parentheses. */
  apply(name: string, args: readonly T[]): T;
  parentheses(inner: T): T;
  /** The value where the first condition holds that does. The last row has no condition. */
  cases(rows: readonly { readonly value: T; readonly condition?: T }[]): T;
  comparison(left: T, sign: Comparison, right: T): T;
}

/** How tightly a piece holds together; `signed` pieces start with a minus. */
interface Piece<T> {
  readonly body: T;
  readonly strength: number;
  readonly signed: boolean;
}

const strengths = { choose: 0, sum: 1, product: 2, power: 3, call: 3, atom: 4 } as const;

/**
 * Prints a formula in a notation, with the parentheses that the mathematics needs and no others. `rename` gives
 * the text for a name: another name, or a number as `String` writes it.
 */
export function notate<T>(formula: Formula, notation: Notation<T>, rename: (name: string) => string): T {
  const atom = (body: T): Piece<T> => ({ body, strength: strengths.atom, signed: false });

  const write = (part: Formula): Piece<T> => {
    switch (part.kind) {
      case "number":
        return number(String(part.value)) as Piece<T>;
      case "name": {
        const text = rename(part.name);
        return number(text) ?? atom(notation.symbol(readSymbol(text)));
      }
      case "negate":
        return {
          body: notation.negative(inside(part.of, strengths.product)),
          strength: strengths.sum,
          signed: true,
        };
      case "binary":
        return binary(part.operator, part.left, part.right);
      case "choose":
        return choice(part);
      case "call":
        return call(part.name, part.args);
    }
  };

  const number = (text: string): Piece<T> | undefined => {
    const numeral = readNumeral(text);
    if (numeral === undefined) return undefined;
    const strength = numeral.exponent !== undefined ? strengths.product : strengths.atom;
    return { body: notation.numeral(numeral), strength, signed: numeral.negative };
  };

  const fence = (piece: Piece<T>) => notation.parentheses(piece.body);

  /** A part that needs at least this strength; a minus may stand in front. */
  const first = (part: Formula, least: number): Piece<T> => {
    const piece = write(part);
    // A leading minus reaches over a whole product without changing it: (-a) b and -(a b) are the same number.
    const holds = piece.strength >= least || (part.kind === "negate" && least === strengths.product);
    return holds ? piece : atom(fence(piece));
  };

  /** A part after an operator: a minus would read as a second operator. */
  const inside = (part: Formula, least: number): T => {
    const piece = write(part);
    return piece.strength < least || piece.signed ? fence(piece) : piece.body;
  };

  const free = (part: Formula): T => write(part).body;

  const binary = (operator: "+" | "-" | "*" | "/", left: Formula, right: Formula): Piece<T> => {
    if (operator === "/") {
      const fraction = notation.fraction(free(left), free(right));
      return { body: fraction, strength: strengths.power, signed: false };
    }
    if (operator === "*") {
      const { body, signed } = first(left, strengths.product);
      const product = notation.infix(body, "·", inside(right, strengths.product));
      return { body: product, strength: strengths.product, signed };
    }
    const { body, signed } = first(left, strengths.sum);
    const least = operator === "-" ? strengths.product : strengths.sum;
    return {
      body: notation.infix(body, operator, inside(right, least)),
      strength: strengths.sum,
      signed,
    };
  };

  const choice = (part: Formula & { kind: "choose" }): Piece<T> => {
    const rows: { value: T; condition?: T }[] = [];
    let rest: Formula = part;
    for (; rest.kind === "choose"; rest = rest.otherwise) {
      const condition = notation.comparison(free(rest.left), rest.comparison, free(rest.right));
      rows.push({ value: first(rest.then, strengths.sum).body, condition });
    }
    rows.push({ value: free(rest) });
    return { body: notation.cases(rows), strength: strengths.choose, signed: false };
  };

  const call = (name: string, args: readonly Formula[]): Piece<T> => {
    const [a, b] = args;
    if (a !== undefined && b === undefined) {
      if (name === "exp") return power(notation.symbol(readSymbol("e")), a);
      if (name === "square") return power(base(a), two);
      if (name === "sqrt") return atom(notation.root(free(a)));
      if (name === "abs") return atom(notation.bars(free(a)));
      if (name === "reciprocal") return binary("/", one, a);
      if (name === "expm1") return binary("-", { ...one, kind: "call", name: "exp", args }, one);
      if (name === "log1p")
        return call("log", [{ ...one, kind: "binary", operator: "+", left: one, right: a }]);
    }
    if (name === "pow" && a !== undefined && b !== undefined && args.length === 2) return power(base(a), b);
    return { body: notation.apply(name, args.map(free)), strength: strengths.call, signed: false };
  };

  const base = (part: Formula) => inside(part, strengths.atom);
  const power = (below: T, exponent: Formula): Piece<T> => ({
    body: notation.power(below, free(exponent)),
    strength: strengths.power,
    signed: false,
  });

  return free(formula);
}

const one: Formula = { kind: "number", value: 1, span: [0, 0] };
const two: Formula = { kind: "number", value: 2, span: [0, 0] };
