import type { Assignment, BinaryOperator, Comparison, Formula, Span } from "./ast.js";
import { FormulaError } from "./error.js";
import { type Token, tokenize } from "./tokens.js";

/** What a formula may speak of. A name or function outside the scope is an error with a caret. */
export interface Scope {
  /** The names it may read; all, if absent. */
  readonly names?: readonly string[];
  /** The functions it may call, with their numbers of arguments [least, most]; all, if absent. */
  readonly functions?: Readonly<Record<string, readonly [least: number, most: number]>>;
}

/** Deeper formulas are refused with a sentence, before anybody's recursion over the tree could overflow. */
const maxDepth = 200;
const maxTerms = 1000;
const comparisons = new Set(["<", ">", "<=", ">=", "==", "!="]);

/**
 * Reads one formula, with Python's precedence: `c < d ? e : f`, then `+ -`, `* /`, unary `-`, and `**`
 * (right-associative, tighter than a minus before it: `-a**2` is `-(a**2)`), numbers, names, `f(x, y)`.
 *
 * @throws FormulaError with the place of the mistake.
 */
export function parseFormula(text: string, scope: Scope = {}): Formula {
  const reader = new Reader(text, scope);
  reader.skipBreaks();
  const formula = reader.choice();
  reader.skipBreaks();
  reader.expectEnd();
  return formula;
}

/**
 * Reads a program: lines `name = formula`, separated by line breaks or `;`. A line may read the names of
 * the lines before it. A last line without a name is called `result`.
 *
 * @throws FormulaError with the place of the mistake; also for a name assigned twice.
 */
export function parseProgram(text: string, scope: Scope = {}): Assignment[] {
  const reader = new Reader(text, scope);
  const lines: Assignment[] = [];
  for (reader.skipBreaks(); !reader.atEnd(); reader.skipBreaks()) lines.push(reader.assignment(lines));
  if (lines.length === 0)
    throw new FormulaError("The text is empty; write a formula.", text, [0, text.length]);
  return lines;
}

class Reader {
  private readonly text: string;
  private readonly scope: Scope;
  private readonly tokens: Token[];
  private readonly assigned = new Set<string>();
  private index = 0;
  private depth = 0;

  constructor(text: string, scope: Scope) {
    if (typeof text !== "string") {
      throw new TypeError(`A formula is a string such as "a * b + c"; got ${String(text)} (${typeof text}).`);
    }
    this.text = text;
    this.scope = scope;
    this.tokens = tokenize(text);
  }

  atEnd(): boolean {
    return this.token.kind === "end";
  }

  skipBreaks(): void {
    while (this.token.kind === "break") this.index++;
  }

  expectEnd(): void {
    if (!this.atEnd()) throw this.error(`Expected an operator or the end, found "${this.token.text}".`);
  }

  assignment(before: readonly Assignment[]): Assignment {
    const target = this.token;
    if (target.kind === "name" && this.tokens[this.index + 1]?.text === "=") {
      if (this.assigned.has(target.text)) {
        throw this.error(`"${target.text}" is assigned twice; give the second one a name of its own.`);
      }
      this.index += 2;
      const line = { name: target.text, formula: this.choice(), span: target.span };
      this.endOfLine();
      this.assigned.add(target.text);
      return line;
    }
    const formula = this.choice();
    this.endOfLine();
    this.skipBreaks();
    if (!this.atEnd()) {
      throw this.error("Only the last line may stand without a name; write name = formula.", formula.span);
    }
    const taken = before.some((line) => line.name === "result");
    if (taken)
      throw this.error('"result" is assigned twice; give the last line a name of its own.', formula.span);
    return { name: "result", formula, span: formula.span };
  }

  choice(): Formula {
    return this.nested(() => this.comparison());
  }

  private comparison(): Formula {
    const left = this.sum();
    if (!comparisons.has(this.token.text)) return left;
    const comparison = this.take().text as Comparison;
    const right = this.sum();
    this.expect("?", "A comparison chooses between two formulas: a < b ? c : d.");
    const then = this.choice();
    this.expect(":", "A comparison chooses between two formulas: a < b ? c : d.");
    const otherwise = this.choice();
    return {
      kind: "choose",
      comparison,
      left,
      right,
      then,
      otherwise,
      span: [left.span[0], otherwise.span[1]],
    };
  }

  private sum(): Formula {
    return this.chain(["+", "-"], () => this.product());
  }

  private product(): Formula {
    return this.chain(["*", "/"], () => this.signed());
  }

  private chain(operators: readonly string[], part: () => Formula): Formula {
    let left = part();
    for (let terms = 1; operators.includes(this.token.text); terms++) {
      if (terms === maxTerms)
        throw this.error(`More than ${maxTerms} terms in a row; group them in parentheses.`);
      const operator = this.take().text as BinaryOperator;
      const right = part();
      left = { kind: "binary", operator, left, right, span: [left.span[0], right.span[1]] };
    }
    return left;
  }

  private signed(): Formula {
    if (this.token.text !== "-" && this.token.text !== "+") return this.power();
    const sign = this.take();
    const of = this.nested(() => this.signed());
    return sign.text === "+" ? of : { kind: "negate", of, span: [sign.span[0], of.span[1]] };
  }

  private power(): Formula {
    const base = this.atom();
    if (this.token.text !== "**") return base;
    this.take();
    const exponent = this.nested(() => this.signed());
    return { kind: "call", name: "pow", args: [base, exponent], span: [base.span[0], exponent.span[1]] };
  }

  private atom(): Formula {
    const token = this.take();
    if (token.kind === "number") return { kind: "number", value: Number(token.text), span: token.span };
    if (token.kind === "name") return this.token.text === "(" ? this.call(token) : this.name(token);
    if (token.text === "(") {
      const inner = this.choice();
      this.expect(")", "This parenthesis is not closed.", token.span);
      return inner;
    }
    const found =
      token.kind === "end" ? "the end" : token.kind === "break" ? "the end of the line" : `"${token.text}"`;
    throw this.error(`Expected a number, a name or "(", found ${found}.`, token.span);
  }

  private name(token: Token): Formula {
    const { names } = this.scope;
    if (names && !names.includes(token.text) && !this.assigned.has(token.text)) {
      const isFunction = this.scope.functions?.[token.text] !== undefined;
      const hint = isFunction
        ? `"${token.text}" is a function; call it: ${token.text}(...).`
        : `Unknown name "${token.text}"; there are: ${[...names, ...this.assigned].join(", ")}.`;
      throw this.error(hint, token.span);
    }
    return { kind: "name", name: token.text, span: token.span };
  }

  private call(name: Token): Formula {
    const { functions } = this.scope;
    if (functions && !Object.hasOwn(functions, name.text)) {
      throw this.error(
        `Unknown function "${name.text}"; there are: ${Object.keys(functions).join(", ")}.`,
        name.span,
      );
    }
    const open = this.take();
    const args: Formula[] = [];
    if (this.token.text !== ")") {
      do args.push(this.choice());
      while (this.token.text === "," && this.take());
    }
    const close = this.token;
    this.expect(")", "This parenthesis is not closed.", open.span);
    const span: Span = [name.span[0], close.span[1]];
    const arity = functions?.[name.text];
    if (arity && (args.length < arity[0] || args.length > arity[1])) {
      const wanted = arity[0] === arity[1] ? `${arity[0]}` : `${arity[0]} to ${arity[1]}`;
      throw this.error(
        `${name.text} takes ${wanted} argument${wanted === "1" ? "" : "s"}, found ${args.length}.`,
        span,
      );
    }
    return { kind: "call", name: name.text, args, span };
  }

  private nested(part: () => Formula): Formula {
    if (++this.depth > maxDepth) throw this.error(`The formula is nested more than ${maxDepth} deep.`);
    const formula = part();
    this.depth--;
    return formula;
  }

  private endOfLine(): void {
    if (this.token.kind !== "break") this.expectEnd();
  }

  private get token(): Token {
    return this.tokens[this.index] as Token;
  }

  private take(): Token {
    const token = this.token;
    if (token.kind !== "end") this.index++;
    return token;
  }

  private expect(text: string, otherwise: string, span?: Span): void {
    if (this.token.text !== text) throw this.error(otherwise, span);
    this.index++;
  }

  private error(reason: string, span: Span = this.token.span): FormulaError {
    return new FormulaError(reason, this.text, span);
  }
}
