import type { Operation, Ref, Subject } from "../../subject/subject.js";
import { formOf, wantedSlopes } from "../form.js";
import { rule } from "../local-driver.js";
import { isRef, numberIn, operandsOf, tryWith } from "../trial.js";
import type { Plan, Slopes } from "./plan.js";

/** A plan made of the learner's Values. */
export interface Built {
  readonly plan: Plan;
  readonly nodes: readonly Ref[];
  readonly slopes: Slopes;
  /** Which node's rule ran when, with its gradient then; undefined where rules are not ours. */
  readonly calls?: readonly Call[];
}

export interface Call {
  readonly node: number;
  readonly grad: number;
}

/** A way to make a plan of Values; undefined where the class does not allow it. */
export type Builder = (plan: Plan) => Built | undefined;

/** Numbers for data, and slopes, that tell every path from every other. */
const slopesOfNodes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

/** Makes the nodes by hand, with rules of ours: what is wrong with the operations cannot hide what is wrong with backward(). */
export function byHand(subject: Subject): Builder {
  return (plan) => {
    const nodes: Ref[] = [];
    const calls: Call[] = [];
    let next = 0;
    const slopes = plan.map((inputs) =>
      inputs.map(() => slopesOfNodes[next++ % slopesOfNodes.length] as number),
    );
    for (const [i, inputs] of plan.entries()) {
      // Equal numbers: nodes are not to be told apart by them.
      const made = subject.make(1);
      if (!("thing" in made) || made.thing.kind !== "value") return undefined;
      const node = made.thing.ref;
      nodes.push(node);
      subject.write(node, "grad", 0);
      if (inputs.length === 0) continue;
      const held = inputs.map((input) => nodes[input] as Ref);
      if (!subject.link(node, held) || !held.every((input) => subject.links(node).includes(input)))
        return undefined;
      subject.attach(node, rule, () => {
        const grad = numberIn(subject, node, "grad");
        calls.push({ node: i, grad });
        held.forEach((input, j) => {
          subject.write(input, "grad", numberIn(subject, input, "grad") + (slopes[i]?.[j] as number) * grad);
        });
      });
    }
    return { plan, nodes, slopes, calls };
  };
}

/**
 * Makes the nodes by an operation of two operands and one of one operand; without that, the other operand of a node with
 * one input is a number of its own.
 */
export function byOperation(subject: Subject, binary: Operation, unary: Operation | undefined): Builder {
  return (plan) => {
    const nodes: Ref[] = [];
    const slopes: number[][] = [];
    for (const inputs of plan) {
      const form = formOf(inputs.length === 1 && unary ? unary : binary);
      const fresh = operandsOf(subject, { ...form, numbers: [false] }, [1.3]);
      if ("kind" in fresh) return undefined;
      const operands = [...inputs.map((input) => nodes[input] as Ref), ...fresh].slice(
        0,
        inputs.length === 0 ? 1 : form.numbers.length,
      );
      if (inputs.length === 0) nodes.push(fresh[0] as Ref);
      else {
        const tried = tryWith(subject, form, operands);
        if (!("out" in tried)) return undefined;
        nodes.push(tried.out);
      }
      const args = operands.map((operand) => (isRef(operand) ? numberIn(subject, operand, "data") : operand));
      slopes.push(inputs.length === 0 ? [] : wantedSlopes(form, args).slice(0, inputs.length));
    }
    return { plan, nodes, slopes };
  };
}
