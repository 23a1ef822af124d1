import type { Finding } from "../finding.js";
import type { Operation } from "../subject/subject.js";
import { existenceFinding } from "./existence.js";
import { type Form, formOf, withNumber } from "./form.js";
import { forwardFinding } from "./forward.js";
import { methodOf, operandName } from "./lines.js";
import { sameNodeFinding } from "./same-node.js";
import { gradientFindings } from "./sent-gradient.js";
import type { Depth, Setting } from "./setting.js";

/** Everything wrong with one operation, worst first: mostly one thing. */
export function operationFindings(setting: Setting, operation: Operation, depth: Depth): readonly Finding[] {
  const { subject, expected } = setting;
  const form = formOf(operation);
  const points = setting.points(form);
  const missing = existenceFinding(subject, operation, expected);
  if (missing) return [missing];
  const forward = forwardFinding(subject, form, points, depth);
  if (forward) return [forward];
  const gradient = gradientFindings(setting, form, points, depth);
  if (gradient.length > 0) return gradient;
  const twice = sameNodeFinding(setting, form);
  if (twice) return [twice];
  const number = numberFinding(setting, form);
  return number ? [number] : [];
}

/** `a * 2`: whatever is wrong with it when `a * b` is right. */
function numberFinding(setting: Setting, form: Form): Finding | undefined {
  const { subject } = setting;
  const mixed = withNumber(form);
  if (!mixed) return undefined;
  // Whole numbers are another kind of number in Python.
  const points = setting.points(form).map(([a, b], i) => [a as number, i === 1 ? 2 : (b as number)]);
  const forward = forwardFinding(subject, mixed, points, "what");
  const found = forward ?? gradientFindings(setting, mixed, points, "what")[0];
  if (!found) return undefined;
  const line = methodOf(subject, form)?.line;
  const { example, seen, wanted } = found;
  return {
    code: "number-operand",
    op: form.operation,
    ...(line !== undefined && { line }),
    ...(example && { example }),
    ...(seen !== undefined && { seen }),
    ...(wanted !== undefined && { wanted }),
    details: { name: operandName(subject, form, 1), how: found.code },
  };
}
