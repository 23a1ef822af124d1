import type { Operation, Ref, Subject } from "../subject/subject.js";
import type { PictureNode } from "./picture.js";

/** A value of the learner's, or a plain number of the program. */
export type Own = Ref | number;

const reversed: Readonly<Record<string, Operation>> = { add: "radd", sub: "rsub", mul: "rmul", div: "rdiv" };

/**
 * The program as the learner's class computes it: as many values as it came to before something was no Value.
 */
export function ownOf(subject: Subject, right: readonly PictureNode[]): readonly Own[] {
  const own: Own[] = [];
  for (const { op, data, inputs, isConstant } of right) {
    if (isConstant) {
      own.push(data);
      continue;
    }
    const operands = inputs.map(({ node }) => own[node] as Own);
    const isReversed = typeof operands[0] === "number";
    const outcome =
      op === ""
        ? subject.make(data)
        : subject.apply(isReversed ? (reversed[op] as Operation) : (op as Operation), operands);
    if (!("thing" in outcome) || outcome.thing.kind !== "value") break;
    own.push(outcome.thing.ref);
  }
  return own;
}

/** The number that a field holds; NaN for anything else. */
export function numberIn(subject: Subject, value: Ref, field: "data" | "grad"): number {
  const thing = subject.read(value, field);
  return thing.kind === "number" ? thing.number : Number.NaN;
}
