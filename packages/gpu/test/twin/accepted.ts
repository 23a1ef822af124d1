/// <reference types="vite/client" />
import type { Formula } from "@outgrad/ops";

interface Accepted {
  readonly wanted: number;
}

interface Policy {
  accepted(
    formula: Formula,
    env: Readonly<Record<string, number>>,
    uniform: () => number,
    isNarrow: boolean,
  ): Accepted;
  accepts(accepted: Accepted, found: number): boolean;
}

const [load] = Object.values(import.meta.glob<Policy>("../../../ops/test/gpu/accepted.ts"));

/** What ops' own tests on GPUs accept of a formula. */
export const { accepted, accepts } = await (load as () => Promise<Policy>)();
