import type { Assignment, ClassShape, FunctionShape } from "../structure/structure.js";
import type { Subject } from "../subject/subject.js";
import type { Form } from "./form.js";

/** The class that the subject makes: the one called Value, or the one with most methods. */
export function classOf({ structure }: Subject): ClassShape | undefined {
  const { classes } = structure;
  const largest = [...classes].sort((a, b) => b.methods.length - a.methods.length)[0];
  return classes.find(({ name }) => name === "Value") ?? largest;
}

/** A method by its name, of the class or of one beside it. */
export function methodNamed(subject: Subject, name: string): FunctionShape | undefined {
  const main = classOf(subject);
  // The last definition of a name is the one that counts.
  return (
    main?.methods.findLast((method) => method.name === name) ??
    subject.structure.classes.flatMap(({ methods }) => methods).find((method) => method.name === name)
  );
}

export const methodOf = (
  subject: Subject,
  { operation }: Pick<Form, "operation">,
): FunctionShape | undefined => methodNamed(subject, subject.methodOf(operation));

/** A function with all that are defined inside it. */
export function withInner(shape: FunctionShape | undefined): readonly FunctionShape[] {
  return shape ? [shape, ...shape.inner.flatMap(withInner)] : [];
}

/** A line of the learner's text, without the blanks around it. */
export const lineText = ({ source }: Subject, line: number): string =>
  source.split(/\r\n?|\n/)[line - 1]?.trim() ?? "";

/** What a learner's text calls an operand: `self` or `this`, and the parameter's name. */
export function operandName(subject: Subject, form: Form, i: number): string {
  const self = subject.language === "python" ? "self" : "this";
  const own = form.numbers[0] && form.numbers.length === 2 ? 1 : 0;
  if (i === own) return self;
  return methodOf(subject, form)?.parameters[0] ?? (form.op.name === "pow" ? "k" : "other");
}

/** Assignments in a method to a field: of itself, and of anything that is not itself. */
function assignmentsTo(
  subject: Subject,
  form: Form,
  field: string,
): { own: Assignment[]; other: Assignment[] } {
  const all = withInner(methodOf(subject, form))
    .flatMap(({ assignments }) => assignments)
    .filter(({ target }) => target.endsWith(`.${field}`));
  const own = all.filter(({ target }) => /^(this|self)\.\w+$/.test(target));
  return { own, other: all.filter((each) => !own.includes(each)) };
}

/** Where a rule gives to `target`, data or another operand, what belongs to operand i. */
export function strayLine(
  subject: Subject,
  form: Form,
  i: number,
  target: "data" | number,
): number | undefined {
  const { own, other } = assignmentsTo(subject, form, target === "data" ? "data" : "grad");
  const self = form.numbers[0] && form.numbers.length === 2 ? 1 : 0;
  if (target === "data") return [...(i === self ? own : other), ...own, ...other][0]?.line;
  // Of the two lines for one operand the one that stands where the missing one should.
  const lines = target === 0 ? own : other;
  return (i === 0 ? lines[0] : lines.at(-1))?.line;
}

/** Where the rule for an operand is written; the method's own line where no one assignment can be told. */
export function gradientLine(
  subject: Subject,
  form: Form,
  i: number | "both",
  test: (assignment: Assignment) => boolean = () => true,
): number | undefined {
  const { own, other } = assignmentsTo(subject, form, "grad");
  const self = form.numbers[0] && form.numbers.length === 2 ? 1 : 0;
  const candidates = i === "both" ? [...own, ...other] : i === self ? own : other;
  const found = candidates.find(test) ?? candidates[0] ?? [...own, ...other][0];
  return found?.line ?? methodOf(subject, form)?.line;
}

/** Where the method makes its result: not where it makes a Value of a number, which comes before. */
export function makingLine(subject: Subject, form: Form): number | undefined {
  const names = new Set(subject.structure.classes.map(({ name }) => name));
  const making = methodOf(subject, form)?.calls.findLast(
    ({ name, line }) => names.has(name) && !/instanceof|isinstance/.test(lineText(subject, line)),
  );
  return making?.line ?? returnLine(subject, form);
}

/** The name in the first argument of the Value that a method makes which stands there without its `.data`. */
export function bareName(subject: Subject, form: Form): string | undefined {
  const line = makingLine(subject, form);
  const text = line === undefined ? "" : lineText(subject, line);
  const [, made = ""] = /\b[A-Z]\w*\((.*)/.exec(text) ?? [];
  const [first = ""] = made.split(/,\s*[[({]/);
  const names = [
    subject.language === "python" ? "self" : "this",
    ...(methodOf(subject, form)?.parameters ?? []),
  ];
  return names.find((name) => new RegExp(`(^|[^.\\w])${name}(?![.\\w(])`).test(first));
}

/** Whether a method's `return out` stands inside its rule. */
export function returnsInRule(subject: Subject, method: FunctionShape | undefined): boolean {
  const rule = method?.inner.find(({ name }) => name === "_backward");
  if (!rule) return false;
  for (let line = rule.line; line <= rule.lastLine; line++) {
    if (/^return\s+\w+;?\s*(#.*|\/\/.*)?$/.test(lineText(subject, line))) return true;
  }
  return false;
}

/** The last line of a method that returns something; its first line where none can be told. */
export function returnLine(subject: Subject, form: Form): number | undefined {
  const method = methodOf(subject, form);
  if (!method) return undefined;
  for (let line = method.lastLine; line >= method.line; line--) {
    if (/\breturn\b/.test(lineText(subject, line))) return line;
  }
  return method.line;
}

/** The last line of a method's own: one that has swallowed other methods ends before them. */
export function lastLineOf(
  { assignments, inner, lastLine }: FunctionShape,
  methods: ReadonlySet<string>,
): number {
  const swallowed = inner.find(({ name }) => name !== "_backward" && methods.has(name));
  const own = assignments.map(({ line }) => line);
  return swallowed && own.length > 0 ? Math.max(...own.filter((line) => line < swallowed.line)) : lastLine;
}
