import type { Finding } from "../../finding.js";
import type { Operation, Subject } from "../../subject/subject.js";
import { close } from "../close.js";
import { existenceFinding } from "../existence.js";
import { methodNamed, withInner } from "../lines.js";
import { thrownFinding } from "../throwing.js";
import { algorithms } from "./algorithms.js";
import { type Builder, byHand, byOperation } from "./build.js";
import { chain, diamonds, type Plan } from "./plan.js";
import { isRight, type Walked, walk } from "./run.js";
import { type Misstep, misstepOf } from "./trace.js";

const op = "backward";
const plans: readonly Plan[] = [chain, ...diamonds];

/** What came of looking at backward(): what is wrong, or a way to make graphs on which it is right. */
export interface Verdict {
  readonly finding?: Finding;
  readonly builder?: Builder;
  /** Whether graphs of our nodes come out right. */
  readonly isRightByHand: boolean;
  /** Whether graphs of the class's own operations come out right. */
  readonly isRightOnTheirs: boolean;
}

/**
 * Tries backward() on nodes of ours, so that wrong operations cannot hide it, and on graphs of the class's operations:
 * it is right if it is right on either kind, for a class may not take nodes of ours.
 *
 * operations: those of two operands whose values and rules are right as far as one can see.
 */
export function backwardVerdict(
  subject: Subject,
  expected: ReadonlySet<string>,
  operations: readonly Operation[],
  unary: Operation | undefined,
  hasRules: boolean,
): Verdict {
  const missing = existenceFinding(subject, op, expected);
  if (missing) return { finding: missing, isRightByHand: false, isRightOnTheirs: false };
  const builders = [
    byHand(subject),
    ...operations.map((operation) => byOperation(subject, operation, unary)),
  ];
  const tried: (readonly (Walked | undefined)[])[] = [];
  for (const builder of builders) {
    const walks = plans.map((plan) => walk(subject, builder, plan));
    tried.push(walks);
    // One kind of their graphs is enough.
    if (tried.length > 1 && isAllRight(walks)) break;
  }
  const [isRightByHand = false, ...theirs] = tried.map(isAllRight);
  const isRightOnTheirs = theirs.includes(true);
  const right = isRightByHand ? 0 : theirs.indexOf(true) + 1;
  if (isRightByHand || isRightOnTheirs)
    return { builder: builders[right] as Builder, isRightByHand, isRightOnTheirs };
  const [ofOurs = [], ...ofTheirs] = tried.map((each) => each.filter((walked) => walked !== undefined));
  const ran = ofOurs.some(({ built }) => built.calls && built.calls.length > 0);
  // Rules of ours that never run: no one runs rules at all, or nodes of ours are not where the class looks.
  const silent = ofTheirs
    .flat()
    .every(({ built, seen }) => built.plan.every((inputs, i) => inputs.length > 0 || seen[i] === 0));
  const ours = hasRules && ofOurs.length > 0 && (ran || silent);
  // Nothing to see it by.
  if (!ours && ofTheirs.length === 0) return { isRightByHand, isRightOnTheirs };
  const rows = ours || ofTheirs.length === 0 ? [ofOurs] : ofTheirs;
  const found = rows.map((row) => findingOf(subject, row, ours)).find((each) => each !== undefined);
  return { ...(found && { finding: found }), isRightByHand, isRightOnTheirs };
}

const isAllRight = (walks: readonly (Walked | undefined)[]): boolean =>
  walks.every((walked) => walked && isRight(walked));

function findingOf(subject: Subject, walks: readonly Walked[], ours: boolean): Finding | undefined {
  const wrong = walks.find((walked) => !isRight(walked));
  if (!wrong) return undefined;
  const thrown = walks.find((walked) => walked.thrown)?.thrown;
  const { line } = methodNamed(subject, op) ?? {};
  if (thrown) return { ...(line !== undefined && { line }), ...thrownFinding(op, thrown) };
  const misstep = ours ? misstepOf(wrong) : guess(subject, walks);
  return withLine(subject, misstep ?? { code: "chain" }, wrong);
}

/** Which wrong walk gives these gradients on all plans: to all Values, or at least to the leaves. */
function guess(subject: Subject, walks: readonly Walked[]): Misstep {
  const root = walks[0]?.seen.at(-1) as number;
  const fits =
    (whole: boolean) =>
    ({ gradients }: (typeof algorithms)[number]) =>
      walks.every(({ built, seen }) => {
        const wanted = gradients(built.plan, built.slopes);
        return built.plan.every(
          (inputs, i) => (!whole && inputs.length > 0) || close(seen[i] as number, wanted[i] as number),
        );
      });
  const found = algorithms.find(fits(true)) ?? algorithms.find(fits(false));
  if (found?.code === "seed-late") return { code: isSeededLast(subject) ? "seed-late" : "chain" };
  if (found) return { code: found.code };
  const scale = walks.every(({ built, seen, wanted }) =>
    built.plan.every(
      (inputs, i) => inputs.length > 0 || close(seen[i] as number, root * (wanted[i] as number)),
    ),
  );
  if (scale && !close(root, 1)) return { code: "seed", seen: root, wanted: 1 };
  return { code: walks[0] && isRight(walks[0]) ? "topo" : "chain" };
}

/** Whether nothing happens in backward() after the line that gives the result its gradient. */
function isSeededLast(subject: Subject): boolean {
  const shape = methodNamed(subject, op);
  const seed = shape?.assignments.find(({ target }) => /^(this|self)\.grad$/.test(target))?.line;
  if (!shape || seed === undefined) return true;
  const lines = withInner(shape)
    .flatMap(({ calls, assignments }) => [...calls, ...assignments])
    .map(({ line }) => line);
  return lines.every((line) => line <= seed);
}

function withLine(
  subject: Subject,
  { details, ...misstep }: Misstep,
  { seen, wanted, built }: Walked,
): Finding {
  const shapes = withInner(methodNamed(subject, op));
  const calls = shapes.flatMap((shape) => shape.calls);
  const lineOfCall = (...names: string[]) => calls.find(({ name }) => names.includes(name))?.line;
  const grads = shapes
    .flatMap(({ assignments }) => assignments)
    .filter(({ target }) => target.endsWith(".grad"));
  const seeding = ["seed", "seed-late", "seeds-all"].includes(misstep.code)
    ? grads[0]?.line
    : misstep.code === "clears-grad"
      ? grads.find(({ value }) => /^0(\.0*)?$/.test(value))?.line
      : undefined;
  const walking = ["order", "topo", "visits-twice", "chain"].includes(misstep.code)
    ? (lineOfCall("reverse", "reversed", "toReversed") ?? lineOfCall("_backward"))
    : undefined;
  const line = seeding ?? walking ?? shapes[0]?.line;
  const leaf = built.plan.findIndex(
    (inputs, i) => inputs.length === 0 && !close(seen[i] as number, wanted[i] as number),
  );
  return {
    op,
    ...(leaf >= 0 && { seen: seen[leaf] as number, wanted: wanted[leaf] as number }),
    ...misstep,
    ...(line !== undefined && { line }),
    details: { ...details, nodes: built.plan.length },
  };
}
