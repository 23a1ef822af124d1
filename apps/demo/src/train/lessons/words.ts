import { format, percent } from "../../format.ts";
import type { Outcome } from "./lesson.ts";

/** How both runs ended, in a sentence. */
export function ending({ right, wrong }: Outcome): string {
  const of = ({ train }: Outcome["right"]) =>
    `${format(train.loss, 3)} with ${percent(train.accuracy)} right`;
  return `After ${right.epoch} epochs the train loss is ${of(right)} in the correct run, ${of(wrong)} with the mistake.`;
}

/** Below this, a gradient and nudging differ by rounding only. */
const rounding = 1e-4;

/** What nudging says about the gradients of a run, by the relative errors of its first updates. */
export function verdict(errors: readonly number[]): string {
  const first = errors.findIndex((error) => !(error < rounding));
  if (first < 0) return `agree with nudging at updates 1 to ${errors.length}`;
  const off = percentOff(errors[first] as number);
  return first === 0
    ? `are off by ${off} from update 1 on`
    : `agree at update ${first} and are off by ${off} at update ${first + 1}`;
}

/** A relative error for people: 111 %, or a power of ten where it is tiny. */
export const percentOff = (error: number): string =>
  error < rounding ? format(error, 2) : `${format(100 * error, 3)} %`;
