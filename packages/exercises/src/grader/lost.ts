import type { Finding } from "../finding.js";
import type { Subject } from "../subject/subject.js";
import type { Form } from "./form.js";
import { exampleAt } from "./forward.js";
import { makingLine, operandName } from "./lines.js";
import { nodesUnder } from "./nodes.js";
import { friendlyPoints } from "./points.js";
import type { Setting } from "./setting.js";
import { isRef, tryAt } from "./trial.js";

/** An operand that the result does not hold, though results of this class hold theirs. */
export function lostFinding({ subject, linked }: Setting, form: Form): Finding | undefined {
  if (!linked) return undefined;
  const point = friendlyPoints(form)[0] as readonly number[];
  const tried = tryAt(subject, form, point);
  if (!("out" in tried)) return undefined;
  const held = nodesUnder(subject, tried.out);
  const lost = tried.operands.findIndex((operand) => isRef(operand) && !held.includes(operand));
  if (lost < 0) return undefined;
  const all = tried.operands.every((operand) => !isRef(operand) || !held.includes(operand));
  return lostAt(subject, form, all && form.numbers.length === 2 ? undefined : lost);
}

/** The finding of an operand that is forgotten; of one that cannot be told, without its place. */
export function lostAt(subject: Subject, form: Form, operand: number | undefined): Finding {
  const line = makingLine(subject, form);
  return {
    code: "lost-child",
    op: form.operation,
    ...(line !== undefined && { line }),
    example: exampleAt(subject, form, friendlyPoints(form)[0] as readonly number[]),
    details:
      operand === undefined ? { operand: "both" } : { operand, name: operandName(subject, form, operand) },
  };
}
