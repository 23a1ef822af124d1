import { isTensor, type Tensor } from "@outgrad/engine";
import { shown, shownShape } from "./lists.js";

/** What a loss was given, by the names that its errors use. */
export type Given<Kind> = Readonly<Record<string, Kind>>;

/** Whether the loss is one of Tensors: if one operand is, all must be. */
export function areTensors(where: string, given: Given<unknown>): given is Given<Tensor> {
  const entries = Object.entries(given);
  const tensor = entries.find(([, found]) => isTensor(found));
  if (tensor === undefined) return false;
  for (const [name, found] of entries) {
    if (isTensor(found)) continue;
    throw new TypeError(
      `${where}: ${tensor[0]} ${are(tensor[0])} a Tensor, but ${name} ${are(name)} ${shown(found)}; make a Tensor of it with tensor(...) first.`,
    );
  }
  return true;
}

/** Refuses Tensors of different shapes: to broadcast [3, 1] against [3] is rarely what was meant. */
export function checkAlike(where: string, given: Given<Tensor>): void {
  const [[first, a], ...others] = Object.entries(given) as [[string, Tensor], ...[string, Tensor][]];
  for (const [name, b] of others) {
    if (sameShape(a.shape, b.shape)) continue;
    throw new RangeError(
      `${where}: the shape of ${first} is ${shownShape(a.shape)} and that of ${name} is ${shownShape(b.shape)}; they must be ` +
        "alike. reshape or broadcastTo makes them so, if that is what you mean.",
    );
  }
}

/** Refuses what does not broadcast to a shape. */
export function checkFits(where: string, name: string, found: Tensor, shape: readonly number[]): void {
  const extra = shape.length - found.shape.length;
  if (extra >= 0 && found.shape.every((size, dim) => size === 1 || size === shape[dim + extra])) return;
  throw new RangeError(
    `${where}: the shape of ${name} is ${shownShape(found.shape)}, which does not broadcast to ${shownShape(shape)}.`,
  );
}

/** The shape that two Tensors broadcast to. */
export function broadcast(where: string, given: Given<Tensor>): number[] {
  const [a, b] = Object.values(given).map(({ shape }) => [...shape].reverse()) as [number[], number[]];
  const longer = a.length > b.length ? a : b;
  const shape = longer.map((_, i) => {
    const [left = 1, right = 1] = [a[i], b[i]];
    if (left === right || right === 1) return left;
    if (left === 1) return right;
    const shapes = Object.entries(given).map(([name, found]) => `${name} is ${shownShape(found.shape)}`);
    throw new RangeError(
      `${where}: ${shapes.join(" and ")}; the sizes ${left} and ${right} of dim -${i + 1} differ.`,
    );
  });
  return shape.reverse();
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, dim) => size === b[dim]);

const are = (name: string): string => (name.endsWith("s") ? "are" : "is");
