import type { Operation, Ref, Subject } from "../subject/subject.js";
import { type Form, formOf, wantedSlopes, wantedValue } from "./form.js";
import { rule } from "./local-driver.js";
import { isRef, numberIn } from "./trial.js";

/** Runs `look` with these operations of the class done right by us, in a way that their Values are the class's own. */
export function withRight<T>(
  subject: Subject,
  operations: readonly Operation[],
  look: () => T,
): T | undefined {
  const done = operations.filter((operation) =>
    subject.replace?.(operation, rightOperation(subject, formOf(operation))),
  );
  const found = done.length === operations.length ? look() : undefined;
  for (const operation of done) subject.replace?.(operation, undefined);
  return found;
}

/** The operation as it should be, on the learner's Values. */
function rightOperation(subject: Subject, form: Form): (operands: readonly (Ref | number)[]) => Ref {
  return (operands) => {
    const inputs = operands.map((operand, i) =>
      isRef(operand) || form.op.name === "pow" || form.numbers[i] ? operand : valueFor(subject, operand),
    );
    const args = inputs.map((input) => (isRef(input) ? numberIn(subject, input, "data") : input));
    const out = valueFor(subject, wantedValue(form, args));
    const values = inputs.filter(isRef);
    subject.link(out, values);
    subject.attach(out, rule, () => {
      const upstream = numberIn(subject, out, "grad");
      const slopes = wantedSlopes(form, args);
      for (const [i, input] of inputs.entries()) {
        if (!isRef(input)) continue;
        subject.write(input, "grad", numberIn(subject, input, "grad") + (slopes[i] as number) * upstream);
      }
    });
    return out;
  };
}

function valueFor(subject: Subject, data: number): Ref {
  const made = subject.make(data);
  if ("thing" in made && made.thing.kind === "value") return made.thing.ref;
  throw new Error("the constructor gives no Value");
}
