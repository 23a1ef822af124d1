import { format } from "../format.ts";

/** A number to two digits: more of them change from run to run. */
export const rough = (x: number): string => format(Number(x.toPrecision(2)));

/** A ratio. */
export const times = (ratio: number): string => `${rough(ratio)} ×`;
