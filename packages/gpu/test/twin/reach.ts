import { random } from "@outgrad/engine/random";
import { inDoubles, type Question } from "./question.js";
import { choosing, tolerances } from "./tolerances.js";

/** How far from the CPU's numbers in doubles those of a GPU may be, each for itself. */
export function reachOf(question: Question, wanted: ArrayLike<number>): ArrayLike<number> {
  switch (tolerances[question.name]) {
    case "exact":
      return new Float64Array(wanted.length);
    case "terms": {
      const others = choosing[question.name] ?? [];
      const terms = inDoubles(question, (x, operand) => (others.includes(operand) ? x : Math.abs(x)));
      return Float64Array.from(terms, (each) => 1e-6 * each);
    }
    case "condition":
      return conditioned(question, wanted);
    default:
      throw new Error(`No tolerance is stated for ${question.name}: state one in tolerances.ts.`);
  }
}

const tries = 8;

function conditioned(question: Question, wanted: ArrayLike<number>): Float64Array {
  const draw = random("errors");
  const farthest = Float64Array.from(wanted, () => 0);
  for (let turn = 0; turn < tries; turn++) {
    const other = inDoubles(question, (x) => x * (1 + (draw.uniform() < 0.5 ? -5e-7 : 5e-7)));
    for (let i = 0; i < wanted.length; i++) {
      const off = Math.abs((other[i] as number) - (wanted[i] as number));
      if (off > (farthest[i] as number)) farthest[i] = off;
    }
  }
  return farthest.map((off, i) => 3 * off + 1e-6 * Math.abs(wanted[i] as number));
}
