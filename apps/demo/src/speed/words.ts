import { format } from "../format.ts";
import { rough } from "../measure/ratio-words.ts";
import { type Path, pathNames } from "./paths.ts";
import { type ProgramName, programs } from "./programs.ts";
import type { Row, Timed } from "./race.ts";

export const isTimed = (row: Row): row is Timed => "distance" in row;

/** "1 point", "30 points". */
export const sizeText = (program: ProgramName, size: number): string => {
  const { unit } = programs[program];
  return `${size} ${size === 1 ? unit.replace(/s$/, "") : unit}`;
};

/** What came out, in one sentence. */
export function summary(rows: readonly Row[]): string {
  const timed = rows.filter(isTimed);
  const ratioOf = (path: Path) => timed.find((row) => row.path === path)?.ratio?.median;
  const others = timed.filter(({ path, ratio }) => path !== "eager" && ratio !== undefined);
  if (others.length === 0) return "Nothing to compare with eager.";
  const best = others.reduce((a, b) => ((a.ratio?.median ?? 0) >= (b.ratio?.median ?? 0) ? a : b));
  const micro = ratioOf("micro");
  const first = `In the time of one eager step ${pathNames[best.path]} does ${rough(best.ratio?.median ?? 0)} here`;
  const second = micro === undefined ? "" : `, and micro takes ${rough(1 / micro)} times as long as eager`;
  return `${first}${second}; ${agreement(timed)}.`;
}

/** Whether all computed the same. */
function agreement(timed: readonly Timed[]): string {
  const worst = Math.max(...timed.map(({ distance }) => distance));
  if (worst === 0) return "all give the same numbers, bit for bit";
  return `sums in another order change their numbers by up to ${format(worst, 2)} of themselves`;
}

/** Whether one path computed what eager computes. */
export const sameText = ({ path, distance }: Timed): string =>
  path === "eager" ? "–" : distance === 0 ? "the same bits" : `within ${format(distance, 2)}`;

/** From how many steps on it was worth preparing a path, both counted in eager's time. */
export function paysOff({ ratio, startup }: Timed): string {
  if (ratio === undefined || startup === undefined) return "";
  if (ratio.high <= 1) return "never";
  if (ratio.low <= 1) return "not sure";
  const steps = Math.max(1, Math.ceil(startup / (1 - 1 / ratio.median)));
  return steps === 1 ? "1 step" : `${rough(steps)} steps`;
}
