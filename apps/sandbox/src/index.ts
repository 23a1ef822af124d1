/**
 * Runs a visitor's TypeScript in a worker, inside a frame without an origin: no page, no storage, no network, and a
 * time limit. The page believes nothing that comes back until it has read it.
 * @packageDocumentation
 */
export type { CallResult, Data, Failure, Log, RunResult, Shown } from "./outcome.js";
export { type Checked, type CheckOptions, type Grader, openGrader } from "./page/grader.js";
export { openSandbox, type RunOptions, type Sandbox } from "./page/sandbox.js";
