import { signal } from "@preact/signals";
import { format } from "../../format.ts";
import { announce } from "../../ui/live-region.tsx";
import { task } from "../looking.ts";
import { mostOwnPoints, type OwnPoint, ownPoint } from "../own-points.ts";
import { change, config } from "../store.ts";

export const tools = ["look", "zero", "one", "delete"] as const;
/** What a click on the plane does: chooses a sample, adds a point of a class, or deletes the nearest one. */
export type Tool = (typeof tools)[number];

/** The tool in hand, for own points. */
export const tool = signal<Tool>("zero");

/** The sentence of why points were not taken; null when all is well. */
export const refusal = signal<string | null>(null);

/** Adds a point, unless there are as many as the address can hold. */
export function addPoint(x: number, y: number, label: 0 | 1): void {
  const { points } = config.peek();
  if (points.length >= mostOwnPoints) {
    refuse(`There are ${mostOwnPoints} points, as many as a link can hold; delete some first.`);
    return;
  }
  refusal.value = null;
  change({ points: [...points, ownPoint(x, y, label)] });
  announce(`Point of class ${label} added at x ${format(x, 2)}, y ${format(y, 2)}.`);
}

/** Deletes a point by its place in the list; the last one stays. */
export function deletePoint(index: number): void {
  const { points } = config.peek();
  if (points.length === 1) {
    refuse("The last point stays: there must be something to learn.");
    return;
  }
  refusal.value = null;
  change({ points: points.filter((_, i) => i !== index) });
  announce(`Point ${index} deleted; ${points.length - 1} are left.`);
}

/** Puts these points in the place of all. */
export function replacePoints(points: readonly OwnPoint[]): void {
  refusal.value = null;
  change({ data: "own", points });
  announce(`${points.length} points taken.`);
}

/** Makes own points of the samples that are shown, to change them by hand. */
export function ownSamples(): void {
  const { inputs, labels } = task.peek();
  const points = inputs.map(([x = 0, y = 0], i) => ownPoint(x, y, labels[i] === 1 ? 1 : 0));
  replacePoints(points.slice(0, mostOwnPoints));
}

function refuse(sentence: string): void {
  refusal.value = sentence;
  announce(sentence);
}
