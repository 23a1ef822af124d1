import { dunderOf } from "../dunders.js";
import type { Finding, Language, Topic } from "../finding.js";
import { nameIn } from "../track/in-language.js";

/** What a method or function is called in a language: `rsub` is `__rsub__` in Python, and `addRow` is `add_row`. */
export const methodName = (op: Topic, language: Language): string =>
  (language === "python" && dunderOf(op)) || nameIn(op, language);

const formulas: Readonly<Record<string, string>> = {
  add: "a + b",
  radd: "a + b",
  mul: "a * b",
  rmul: "a * b",
  sub: "a - b",
  rsub: "a - b",
  div: "a / b",
  rdiv: "a / b",
  neg: "-a",
  pow: "a ** k",
};

/** The parts that sentences are made of, as a learner's language writes them. */
export class Words {
  readonly finding: Finding;
  readonly language: Language;

  constructor(finding: Finding, language: Language) {
    this.finding = finding;
    this.language = language;
  }

  get isPython(): boolean {
    return this.language === "python";
  }

  /** The method that the finding is about. */
  get method(): string {
    return `\`${methodName(this.finding.op, this.language)}\``;
  }

  get self(): string {
    return this.isPython ? "self" : "this";
  }

  /** The end of a line. */
  get end(): string {
    return this.isPython ? "" : ";";
  }

  /** How a Value is made. */
  get make(): string {
    return this.isPython ? "Value" : "new Value";
  }

  get nothing(): string {
    return this.isPython ? "`None`" : "`undefined`";
  }

  /** A detail as text; empty if the finding has none by that name. */
  detail(name: string): string {
    const { details } = this.finding;
    return details && Object.hasOwn(details, name) ? String(details[name]) : "";
  }

  /** What the learner calls the operand that the finding is about. */
  get operand(): string {
    return this.detail("name") || this.self;
  }

  /** The operation as mathematics writes it. */
  get formula(): string {
    const { op } = this.finding;
    return Object.hasOwn(formulas, op) ? (formulas[op] as string) : `${op}(a)`;
  }

  /** A formula of a, b, k, y in the learner's names: `1 - y * y` is `1 - out.data * out.data`. */
  code(formula: string): string {
    const { op } = this.finding;
    const reversed = /^r(add|mul|sub|div)$/.test(op);
    const other = this.detail("name") && this.detail("name") !== this.self ? this.detail("name") : "other";
    const names: Readonly<Record<string, string>> = {
      a: reversed ? other : `${this.self}.data`,
      b: reversed ? `${this.self}.data` : `${other}.data`,
      y: "out.data",
      g: "out.grad",
      s: `${this.operand}.grad`,
      t: `${this.operand === this.self ? other : this.self}.grad`,
    };
    const written = formula.replace(/[a-z]\w*(\()?/gi, (name, call?: string) => {
      if (call) return this.isPython ? name : `Math.${name}`;
      return names[name] ?? name;
    });
    return `\`${written}\``;
  }

  /** A detail that is a formula, in the learner's names. */
  codeOf(name: string): string {
    return this.code(this.detail(name));
  }

  /** A number as people read it, or words as they are. */
  show(thing: number | string | undefined): string {
    if (typeof thing !== "number") return thing ?? "nothing";
    if (Number.isNaN(thing)) return this.isPython ? "nan" : "NaN";
    return String(Number(thing.toPrecision(6)));
  }

  get seen(): string {
    return this.show(this.finding.seen);
  }

  get wanted(): string {
    return this.show(this.finding.wanted);
  }

  /** The example: `a * b` with a = 2 and b = 3. */
  get example(): string {
    const { example } = this.finding;
    if (!example) return this.method;
    const at = Object.entries(example.at).map(([name, x]) => `${name} = ${this.show(x)}`);
    return `\`${example.call}\`${at.length > 0 ? ` at ${at.join(", ")}` : ""}`;
  }

  /** What came out of the example and what had to; empty without numbers. */
  get numbers(): string {
    const { seen, wanted } = this.finding;
    return seen === undefined || wanted === undefined
      ? ""
      : ` ${this.example}: ${this.seen} instead of ${this.wanted}.`;
  }

  /** The same about a gradient. */
  get gradients(): string {
    const { seen, wanted } = this.finding;
    return seen === undefined || wanted === undefined
      ? ""
      : ` For ${this.example} the gradient of ${this.whose} becomes ${this.seen} instead of ${this.wanted}.`;
  }

  /** The operand in words. */
  get whose(): string {
    const which = this.detail("operand");
    return which === "both" ? `\`${this.self}\`` : `\`${this.operand}\``;
  }
}
