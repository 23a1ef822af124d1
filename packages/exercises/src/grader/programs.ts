import { exp, log } from "@outgrad/ops/intrinsics";
import type { Finding } from "../finding.js";
import type { Operation, Outcome, Ref, Subject } from "../subject/subject.js";
import { close } from "./close.js";
import { thrownFinding } from "./throwing.js";
import { isRef, numberIn } from "./trial.js";

/** Whole programs that a class is for. */
export const programs = { sum: sumFinding, softmax: softmaxFinding } as const;

/** The operations that a whole program uses. */
export const usedBy: Readonly<Record<keyof typeof programs, readonly Operation[]>> = {
  sum: ["add", "radd"],
  softmax: ["exp", "add", "radd", "div", "log", "neg"],
};

/** Stops a program of the learner's operations at the first that gives no Value. */
class Stopped extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super("stopped");
    this.outcome = outcome;
  }
}

const valueIn = (outcome: Outcome): Ref => {
  if ("thing" in outcome && outcome.thing.kind === "value") return outcome.thing.ref;
  throw new Stopped(outcome);
};

/** What Python's `sum` does, which begins with the number 0; in TypeScript the 0 is on the right. */
function sumOf(subject: Subject, values: readonly Ref[]): Ref {
  let total: Ref | number = 0;
  for (const value of values) {
    if (isRef(total)) total = valueIn(subject.apply("add", [total, value]));
    else
      total = valueIn(
        subject.language === "python"
          ? subject.apply("radd", [total, value])
          : subject.apply("add", [value, total]),
      );
  }
  return total as Ref;
}

function finish(
  op: "sum" | "softmax",
  code: string,
  call: string,
  run: () => Finding | undefined,
): Finding | undefined {
  const example = { call, at: {} };
  try {
    const found = run();
    return found && { example, ...found };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { outcome } = error;
    if (!("thrown" in outcome)) return { code, op, example, seen: outcome.thing.kind };
    const thrown = thrownFinding(op, outcome.thrown);
    return { ...thrown, code: op === "sum" ? code : thrown.code, example };
  }
}

function sumFinding(subject: Subject): Finding | undefined {
  const call = subject.language === "python" ? "sum([a, b, c])" : "a.add(0).add(b).add(c)";
  return finish("sum", "sum-from-zero", call, () => {
    const data = [1.5, -2.25, 4];
    const values = data.map((x) => valueIn(subject.make(x)));
    const begun = numberIn(subject, sumOf(subject, values.slice(0, 1)), "data");
    if (!close(begun, data[0] as number))
      return { code: "sum-from-zero", op: "sum", seen: begun, wanted: data[0] as number };
    const [seen, wanted] = [numberIn(subject, sumOf(subject, values), "data"), 3.25];
    return close(seen, wanted) ? undefined : { code: "sum-wrong", op: "sum", seen, wanted };
  });
}

/** The exercise's own numbers: the logits, of which the last is the right answer. */
const logits = [0, 3, -2, 1];

function softmaxFinding(subject: Subject): Finding | undefined {
  return finish("softmax", "softmax-wrong", "softmax([0, 3, -2, 1])", () => {
    const values = logits.map((x) => valueIn(subject.make(x)));
    const counts = values.map((value) => valueIn(subject.apply("exp", [value])));
    const total =
      subject.language === "python"
        ? sumOf(subject, counts)
        : counts.reduce((sum, count) => valueIn(subject.apply("add", [sum, count])));
    const chosen = valueIn(subject.apply("div", [counts.at(-1) as Ref, total]));
    const loss = valueIn(subject.apply("neg", [valueIn(subject.apply("log", [chosen]))]));
    const sum = logits.reduce((before, x) => before + exp(x), 0);
    const wanted = log(sum) - (logits.at(-1) as number);
    const seen = numberIn(subject, loss, "data");
    if (!close(seen, wanted, 1e-6))
      return { code: "softmax-wrong", op: "softmax", seen, wanted, details: { what: "loss" } };
    const outcome = subject.call(loss, "backward");
    if ("thrown" in outcome) return thrownFinding("softmax", outcome.thrown);
    for (const [i, value] of values.entries()) {
      const grad = numberIn(subject, value, "grad");
      const slope = exp(logits[i] as number) / sum - (i === logits.length - 1 ? 1 : 0);
      if (!close(grad, slope, 1e-6))
        return {
          code: "softmax-wrong",
          op: "softmax",
          seen: grad,
          wanted: slope,
          details: { what: "grad", dim: i },
        };
    }
    return undefined;
  });
}
