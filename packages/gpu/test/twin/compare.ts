import type { Strided } from "@outgrad/engine/backend";
import { elementMistake } from "./element-mistake.js";
import { inDoubles, type Question } from "./question.js";
import { reachOf } from "./reach.js";

const greatest = 3.4028234663852886e38;
const leastNormal = 1.2e-38;

/** What is wrong with a GPU's answer, in a sentence; undefined if it may be so. */
export function mistakeIn(question: Question, found: ArrayLike<number>): string | undefined {
  const wanted = inDoubles(question);
  if (found.length !== wanted.length) return `gives ${found.length} numbers instead of ${wanted.length}`;
  if (question.element) return elementMistake(question, question.element, found, wanted);
  // Most answers are right, so what may be wrong is looked for only where a number differs.
  if (wanted.length === 0 || !differs(found, wanted)) return undefined;
  const reach = reachOf(question, wanted);
  for (let i = 0; i < wanted.length; i++) {
    const [is, due, off] = [found[i] as number, wanted[i] as number, reach[i] as number];
    if (isWithin(is, due, off)) continue;
    return `number ${i} is ${is}, and must be ${due} within ${off}`;
  }
  return undefined;
}

const differs = (found: ArrayLike<number>, wanted: ArrayLike<number>): boolean => {
  for (let i = 0; i < wanted.length; i++) if (found[i] !== Math.fround(wanted[i] as number)) return true;
  return false;
};

function isWithin(found: number, wanted: number, reach: number): boolean {
  if (Object.is(found, Math.fround(wanted)) || found === wanted) return true;
  if (Number.isNaN(wanted)) return Number.isNaN(found);
  const off = Number.isNaN(reach) ? 0 : reach;
  // Sums and products that leave float32 on the way.
  if (off >= 1e-6 * greatest && Number.isFinite(wanted)) return true;
  if (Math.abs(wanted) > greatest * (1 - 1e-6)) {
    return Math.sign(wanted) === Math.sign(found) && Math.abs(found) > greatest * (1 - 1e-6);
  }
  return Math.abs(found - wanted) <= off + leastNormal;
}

/** A question in words. */
export function titleOf({ name, operands, options }: Question): string {
  const shapes = operands.map(({ shape, strides, contiguous }: Strided) =>
    contiguous ? `[${shape}]` : `[${shape}] with the strides [${strides}]`,
  );
  return `${name} of ${shapes.join(" and ")} ${JSON.stringify(options)?.slice(0, 400) ?? ""}`;
}
