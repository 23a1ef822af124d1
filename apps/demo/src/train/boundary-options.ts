import type { DecisionBoundaryOptions } from "@outgrad/viz";
import type { Plane } from "./plane.ts";
import type { Task } from "./task.ts";

type Point = readonly [x: number, y: number];

/** The picture of a plane with some of its samples, which are judged by the network itself, not by their cell. */
export function boundaryOptions(
  { size, box, scores, sampleScores }: Plane,
  { inputs, labels }: Pick<Task, "inputs" | "labels">,
  shown: readonly number[],
  side: number,
): DecisionBoundaryOptions {
  const scoreAt = new Map(shown.map((i) => [inputs[i]?.join(), sampleScores[i] as number]));
  return {
    grid: { columns: size, rows: size, scores },
    predict: (x, y) => scoreAt.get(`${x},${y}`) ?? 0,
    xRange: box.x,
    yRange: box.y,
    points: shown.map((i) => inputs[i] as unknown as Point),
    labels: shown.map((i) => labels[i] as number),
    width: side,
    height: side,
  };
}
