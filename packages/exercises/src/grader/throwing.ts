import type { Finding, Topic } from "../finding.js";
import type { Subject, Thrown } from "../subject/subject.js";
import type { Form } from "./form.js";
import { bareName, lineText, methodOf, withInner } from "./lines.js";

/** What to say of an operation that throws instead of giving a Value. */
export function throwingFinding(subject: Subject, form: Form, thrown: Thrown): Finding {
  const { operation } = form;
  const method = methodOf(subject, form);
  const line = thrown.line ?? method?.line;
  const at = line !== undefined ? { line } : {};
  if (thrown.kind === "recursion") {
    const self = withInner(method)
      .flatMap(({ calls }) => calls)
      .find(({ name }) => name === subject.methodOf(operation));
    // `Value(self + other)` meant the data; `Value(self.exp())` is a recursion as it stands.
    const inMaking = self && /\bValue\s*\(.*\b(self|this)\s*[-+*/]/.test(lineText(subject, self.line));
    return {
      code: inMaking ? "self-vs-data" : "infinite-recursion",
      op: operation,
      ...at,
      ...(self && { line: self.line }),
      seen: thrown.text,
    };
  }
  const found = thrownFinding(operation, thrown);
  const bare = found.code === "self-vs-data" ? bareName(subject, form) : undefined;
  return { ...found, ...at, ...(bare !== undefined && { details: { ...found.details, bare } }) };
}

/** What to say of anything that throws. */
export function thrownFinding(op: Topic, { kind, text, name, line }: Thrown): Finding {
  const details = { kind, ...(name !== undefined && name !== "" && { name }) };
  const rest = { op, seen: text, ...(line !== undefined && { line }), details };
  if (kind === "recursion") return { code: "infinite-recursion", ...rest };
  // Python gives the Value itself to the first parameter, if there is one.
  const [, called, takes, given] = /(\w+)\(\) takes (\d+) positional arguments? but (\d+) w/.exec(text) ?? [];
  const isMethod = called !== "_backward" && (op === "backward") === (called === "backward");
  if (takes !== undefined && isMethod && Number(given) === Number(takes) + 1)
    return { code: "no-self", ...rest };
  if (kind === "type" && /\bValue\b/.test(text) && /operand|convert|number|float|must be/.test(text))
    return { code: "self-vs-data", ...rest };
  return { code: "throws", ...rest };
}
