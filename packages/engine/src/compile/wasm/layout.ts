import { GATHER, type Plan } from "../plan/plan.js";

/** Where things lie in a compiled program's memory, in bytes. */
export interface Layout {
  /** The numbers of all slots. */
  readonly values: number;
  /** Their gradients. */
  readonly gradients: number;
  /** Sums of gradients over blocks of lanes, two lanes each, for operands that all lanes share. */
  readonly sites: number;
  /** The places of gathered numbers, as bytes from the first slot. */
  readonly indices: number;
  /** The numbers of an update. */
  readonly numbers: number;
  readonly bytes: number;
}

/** The layout for a plan; as many sites as there can be. */
export function layoutOf(plan: Plan, numberCount: number): Layout {
  let sites = 0;
  for (let s = 0; s < plan.count; s++)
    if (plan.code[s] !== GATHER && (plan.lanes[s] as number) > 1) sites += 2;
  const values = 0;
  const gradients = values + 8 * plan.start.length;
  const sitesAt = aligned(gradients + 8 * plan.start.length);
  const indices = sitesAt + 16 * sites;
  const numbers = aligned(indices + 4 * plan.indices.length);
  return { values, gradients, sites: sitesAt, indices, numbers, bytes: numbers + 8 * numberCount };
}

const aligned = (bytes: number): number => 16 * Math.ceil(bytes / 16);
