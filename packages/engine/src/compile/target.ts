import { relaxedSimd, simd } from "@outgrad/ops/wasm";
import type { CompileOptions } from "./compile.js";
import type { Executable } from "./executable.js";
import type { Plan } from "./plan/plan.js";
import { vectorise } from "./plan/vectorise.js";
import type { Program } from "./program.js";
import { replay } from "./replay.js";
import { interpret } from "./vector.js";
import type { Updated } from "./wasm/update-writer.js";
import { assemble } from "./wasm/wasm.js";

/**
 * How a compiled function is computed: node after node ("replay"), in rows of lanes ("vector"), as WebAssembly
 * ("wasm"), or what suits it ("auto").
 */
export type Target = "auto" | "replay" | "vector" | "wasm";

/** What a compiled function is computed by, and why. */
export interface Choice {
  readonly target: Exclude<Target, "auto">;
  readonly why: string;
  /** How many nodes the function recorded that its result needs. */
  readonly nodes: number;
  /** How many steps they were folded into; as many as nodes where nothing was folded. */
  readonly steps: number;
}

/** A program that takes more calls than are expected to make up for its compilation. */
const worthwhile = 20;
/** WebAssembly of more steps on single numbers costs more to compile than it saves. */
const mostAlone = 20_000;

/** Prepares a program, with gradients for the leaves `from` to `to`. */
export function prepare(
  program: Program,
  from: number,
  to: number,
  { target = "auto", calls = 1000, relaxedFma = false }: CompileOptions,
  updated?: Updated,
): { executable: Executable; choice: Choice } {
  const nodes = program.length;
  const byReplay = (why: string) => ({
    executable: replay(program),
    choice: { target: "replay", why, nodes, steps: nodes } as const,
  });
  if (target === "replay") return byReplay("asked for");
  if (target === "auto" && calls < worthwhile) return byReplay(`${calls} calls are not worth more`);
  const plan = vectorise(program, from, to);
  const about = { nodes, steps: plan.count };
  const alone = stepsAlone(plan);
  if (target === "auto" && alone > mostAlone) {
    return byReplay(`${alone} of its ${nodes} nodes stand alone, and would take long to compile`);
  }
  const byVector = (why: string) => ({
    executable: interpret(plan),
    choice: { target: "vector", why, ...about } as const,
  });
  if (target === "vector") return byVector("asked for");
  const asked = target === "wasm";
  const without = (why: string) =>
    asked || alone < plan.count / 2 ? byVector(why) : byReplay(`${why}, and most of its nodes stand alone`);
  if (!simd()) return without("WebAssembly with SIMD is missing here");
  try {
    const fused = relaxedFma && relaxedSimd();
    const missing = relaxedFma && !fused ? "; relaxed SIMD is missing here, so nothing is fused" : "";
    const why = `${asked ? "asked for" : `its ${nodes} nodes fold into ${plan.count} steps`}${missing}`;
    return { executable: assemble(plan, updated, fused), choice: { target: "wasm", why, ...about } };
  } catch (error) {
    // A Content-Security-Policy without "wasm-unsafe-eval" says no only now.
    return without(`WebAssembly is not allowed here (${(error as Error).message})`);
  }
}

/** How many steps compute a single number. */
function stepsAlone({ count, lanes }: Plan): number {
  let alone = 0;
  for (let s = 0; s < count; s++) if (lanes[s] === 1) alone++;
  return alone;
}
