import type { Operation, Ref, Subject, Thrown } from "../subject/subject.js";
import { close } from "./close.js";
import type { Driver } from "./driver.js";
import { type Form, formOf, wantedSlopes } from "./form.js";
import { isThrown } from "./local-driver.js";
import { isRef, numberIn, operandsOf, type Trial, tryWith } from "./trial.js";

/** What can stand above a result so that the gradient that arrives there is not 1. */
const above: readonly Operation[] = ["mul", "div", "sub", "exp", "tanh", "pow", "neg", "add"];

/**
 * Runs backward() on small graphs, for classes whose rules are not functions of their nodes: operation codes, tapes,
 * subclasses. The upstream gradient comes from one more operation above the result, of those that are right by
 * themselves.
 *
 * usable: those; without any, only an upstream gradient of 1 can be had.
 */
export function publicDriver(
  subject: Subject,
  asked: readonly Operation[],
  usable: readonly Operation[],
): Driver {
  const wraps = above.filter((operation) => usable.includes(operation));
  return {
    name: "backward",
    keepsBefore: asked.some((operation) => keeps(subject, formOf(operation))),
    run: (trial, before, upstream) => {
      const wrapped = upstream === 1 ? undefined : wrap(subject, wraps, trial, upstream);
      return runBackward(subject, trial, before, wrapped?.root ?? trial.out, wrapped?.slope ?? 1);
    },
  };
}

/** backward() on a graph whose root has this slope with respect to the result. */
function runBackward(
  subject: Subject,
  { operands, out }: Trial,
  before: readonly number[],
  root: Ref,
  slope: number,
): ReturnType<Driver["run"]> {
  operands.forEach((operand, i) => {
    if (isRef(operand)) subject.write(operand, "grad", before[i] as number);
  });
  const outcome = subject.call(root, "backward");
  if ("thrown" in outcome) return outcome.thrown;
  const seed = numberIn(subject, root, "grad");
  const grads = operands.map((operand) => (isRef(operand) ? numberIn(subject, operand, "grad") : 0));
  // A backward() may clear what it has used: then it has begun with 1.
  return { upstream: slope * (seed === 0 ? 1 : seed), grads, after: numberIn(subject, out, "grad") };
}

function wrap(
  subject: Subject,
  wraps: readonly Operation[],
  { out }: Trial,
  upstream: number,
): { root: Ref; slope: number } | undefined {
  const data = numberIn(subject, out, "data");
  for (const operation of wraps) {
    const form = formOf(operation);
    const other = operation === "pow" ? 2 : operation === "div" ? 1 / upstream : upstream;
    const args = form.numbers.length === 1 ? [data] : [data, other];
    const slope = wantedSlopes(form, args)[0] as number;
    const rest = operandsOf(subject, { ...form, numbers: form.numbers.slice(1) }, args.slice(1));
    if ("kind" in rest || !Number.isFinite(slope)) continue;
    const twice = operation === "add" ? [out, out] : [out, ...rest];
    const tried = tryWith(subject, form, twice);
    if ("out" in tried) return { root: tried.out, slope: operation === "add" ? 2 : slope };
  }
  return undefined;
}

const start = [0.7, 1.3];

/** Whether backward() straight from the result gives an operation's operands their slopes. */
export function isRightAlone(subject: Subject, form: Form): boolean {
  const sent = sentAlone(subject, form, [0, 0]);
  if (!sent || isThrown(sent)) return false;
  const slopes = wantedSlopes(form, pointOf(form));
  return sent.grads.every((grad, i) => form.numbers[i] || close(grad, (slopes[i] as number) * sent.upstream));
}

/** Whether a gradient that an operand had before is in what it has after backward(). */
function keeps(subject: Subject, form: Form): boolean {
  const [without, withBefore] = [sentAlone(subject, form, [0, 0]), sentAlone(subject, form, [5, 5])];
  if (!without || !withBefore || isThrown(without) || isThrown(withBefore)) return false;
  return form.numbers.some(
    (number, i) => !number && close((withBefore.grads[i] as number) - (without.grads[i] as number), 5),
  );
}

function sentAlone(
  subject: Subject,
  form: Form,
  before: readonly number[],
): ReturnType<Driver["run"]> | Thrown | undefined {
  const operands = operandsOf(subject, form, pointOf(form));
  if ("kind" in operands) return undefined;
  const tried = tryWith(subject, form, operands);
  return "out" in tried ? runBackward(subject, tried, before, tried.out, 1) : undefined;
}

const pointOf = (form: Form): number[] =>
  form.op.name === "pow" ? [1.3, 3] : start.slice(0, form.numbers.length);

/**
 * Whether an operation sends gradients on through operands that are results themselves, of another operation that leaves
 * numbers as they are, such as adding 0.
 */
export function isRightInside(
  subject: Subject,
  driver: Driver,
  form: Form,
  args: readonly number[],
  usable: readonly Operation[],
): boolean {
  const bases = neutral.filter(([base]) => base !== form.operation && usable.includes(base));
  return (
    bases.length === 0 || bases.some(([base, rest]) => isRightUnder(subject, driver, form, args, base, rest))
  );
}

/** What leaves a number as it is: adding 0, multiplying by 1. */
const neutral: readonly (readonly [Operation, number])[] = [
  ["add", 0],
  ["mul", 1],
  ["sub", 0],
  ["div", 1],
];

function isRightUnder(
  subject: Subject,
  driver: Driver,
  form: Form,
  args: readonly number[],
  base: Operation,
  rest: number,
): boolean {
  const leaves = operandsOf(subject, form, args);
  if ("kind" in leaves) return false;
  const operands = leaves.map((leaf) => {
    const others = operandsOf(subject, { ...form, numbers: [false] }, [rest]);
    const tried =
      isRef(leaf) && !("kind" in others) ? tryWith(subject, formOf(base), [leaf, ...others]) : undefined;
    return tried && "out" in tried ? tried.out : leaf;
  });
  const tried = tryWith(subject, form, operands);
  if (!("out" in tried)) return false;
  const sent = driver.run({ operands: leaves, out: tried.out }, [0, 0], 1.7);
  if (isThrown(sent)) return false;
  const slopes = wantedSlopes(form, args);
  return leaves.every(
    (leaf, i) => !isRef(leaf) || close(sent.grads[i] as number, (slopes[i] as number) * sent.upstream),
  );
}
