import type { Finding } from "../finding.js";
import { close } from "./close.js";
import { type Form, wantedSlopes } from "./form.js";
import { gradientLine } from "./lines.js";
import { isThrown } from "./local-driver.js";
import type { Setting } from "./setting.js";
import { throwingFinding } from "./throwing.js";
import { operandsOf, tryWith } from "./trial.js";

/** `a * a`: both paths have to arrive. */
export function sameNodeFinding({ subject, drivers, isBroken }: Setting, form: Form): Finding | undefined {
  const values = form.numbers.filter((number) => !number).length;
  if (values < 2 || drivers.length === 0 || isBroken) return undefined;
  const x = 3;
  const seen: number[] = [];
  const wanted: number[] = [];
  const slope = wantedSlopes(form, [x, x]).reduce((a, b) => a + b);
  for (const driver of drivers) {
    const [operand] = operandsOf(subject, { ...form, numbers: [false] }, [x]) as Parameters<
      typeof tryWith
    >[2][number][];
    if (operand === undefined) return undefined;
    const tried = tryWith(subject, form, [operand, operand]);
    if ("thrown" in tried)
      return { ...throwingFinding(subject, form, tried.thrown), code: "same-node-twice" };
    if (!("out" in tried)) return undefined;
    const sent = driver.run(tried, [0, 0], 2);
    if (isThrown(sent)) continue;
    seen.push(sent.grads[0] as number);
    wanted.push(slope * sent.upstream);
    if (close(seen.at(-1) as number, wanted.at(-1) as number)) return undefined;
  }
  if (seen.length === 0) return undefined;
  const line = gradientLine(subject, form, "both");
  return {
    code: "same-node-twice",
    op: form.operation,
    ...(line !== undefined && { line }),
    example: { call: subject.show(form.operation, ["a", "a"]), at: { a: x } },
    seen: seen[0] as number,
    wanted: wanted[0] as number,
  };
}
