import type { Done, Phase } from "./phase.ts";
import type { Run } from "./run.ts";

/** What a lab works for: an update, the rest of an epoch, a sub-step, or an update that it shall stand at. */
export type Goal =
  | "nothing"
  | "ready"
  | "step"
  | "epoch"
  | "playing"
  | { readonly phase: Phase }
  | { readonly step: number };

/** Whether sub-steps are wished for, one by one. */
export const isPhase = (goal: Goal): goal is { readonly phase: Phase } =>
  typeof goal === "object" && "phase" in goal;

/**
 * Whether a run that has done a piece of work is where it was wished to be, with a goal that was set at update `since`.
 * Playing goes on for the epochs of the config, and again as many.
 */
export function isReached(goal: Goal, done: Done | undefined, run: Run, since: number): boolean {
  const { step, epoch, config, stepsPerEpoch } = run;
  if (goal === "ready" || goal === "nothing") return done === "ready";
  if (isPhase(goal) && goal.phase !== "update") return done === goal.phase;
  if (step === since) return false;
  const isComplete = done === "measured" || (done === "update" && step % stepsPerEpoch !== 0);
  if (goal === "step" || isPhase(goal)) return isComplete;
  if (goal === "epoch") return done === "measured";
  if (goal === "playing") return done === "measured" && epoch % config.epochs === 0;
  return isComplete && step >= goal.step;
}
