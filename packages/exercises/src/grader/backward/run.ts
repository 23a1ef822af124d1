import type { Subject, Thrown } from "../../subject/subject.js";
import { close } from "../close.js";
import { numberIn } from "../trial.js";
import type { Builder, Built } from "./build.js";
import { type Plan, wantedGradients } from "./plan.js";

/** What backward() did on a plan. */
export interface Walked {
  readonly built: Built;
  readonly thrown?: Thrown;
  readonly wanted: readonly number[];
  readonly seen: readonly number[];
}

/** Makes the plan and calls backward() on its root; undefined where it cannot be made. */
export function walk(subject: Subject, build: Builder, plan: Plan, times = 1): Walked | undefined {
  const built = build(plan);
  if (!built) return undefined;
  const root = built.nodes.at(-1);
  let thrown: Thrown | undefined;
  for (let i = 0; i < times && root; i++) {
    const outcome = subject.call(root, "backward");
    if ("thrown" in outcome) thrown ??= outcome.thrown;
  }
  return {
    built,
    wanted: wantedGradients(plan, built.slopes),
    seen: built.nodes.map((node) => numberIn(subject, node, "grad")),
    ...(thrown && { thrown }),
  };
}

/** Whether every node has the gradient that it should have: those between are looked at, and drawn, as well as the leaves'. */
export const isRight = ({ thrown, seen, wanted }: Walked): boolean =>
  !thrown && wanted.every((grad, i) => close(seen[i] as number, grad));
