import type { Subject, Thrown } from "../subject/subject.js";
import type { Driver } from "./driver.js";
import { nodesUnder } from "./nodes.js";
import { isRef, numberIn } from "./trial.js";

/** The field that holds a node's rule. */
export const rule = "_backward";

/**
 * Runs the rules themselves, `out._backward()` and those of the Values between the result and the operands, in the
 * order that backward() should: what is wrong with backward() cannot hide what is wrong with a rule.
 */
export function localDriver(subject: Subject): Driver {
  return {
    name: "rule",
    keepsBefore: true,
    run: ({ operands, out }, before, upstream) => {
      const given = operands.filter(isRef);
      const nodes = nodesUnder(subject, out).filter((node) => !given.includes(node));
      for (const node of nodes) subject.write(node, "grad", 0);
      operands.forEach((operand, i) => {
        if (isRef(operand)) subject.write(operand, "grad", before[i] as number);
      });
      subject.write(out, "grad", upstream);
      for (const node of nodes) {
        if (subject.read(node, rule).kind !== "function") continue;
        const outcome = subject.call(node, rule);
        if ("thrown" in outcome) return outcome.thrown;
      }
      const grads = operands.map((operand) => (isRef(operand) ? numberIn(subject, operand, "grad") : 0));
      return { upstream, grads, after: numberIn(subject, out, "grad") };
    },
  };
}

export const isThrown = (thing: object): thing is Thrown => "kind" in thing && "text" in thing;
