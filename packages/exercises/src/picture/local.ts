import type { Ref, Subject } from "../subject/subject.js";
import { between } from "./between.js";
import { numberIn, type Own } from "./own.js";
import type { Difference, PictureNode } from "./picture.js";

/** What one value of the learner's passes to its inputs, and the first edge along which that is wrong. */
export interface Local {
  readonly inputs: PictureNode["inputs"];
  readonly difference: Difference | null;
}

export const near = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * Has one value pass on the gradient that is right for it, with nothing in its inputs, and reads what arrives. A class
 * without `_backward` passes nothing on by itself: of that only the links are seen.
 */
export function localOf(
  subject: Subject,
  right: readonly PictureNode[],
  values: readonly Own[],
  place: number,
): Local {
  const { inputs, grad } = right[place] as PictureNode;
  const value = values[place] as Own;
  if (inputs.length === 0 || typeof value === "number") return { inputs, difference: null };
  const known = new Set(values.flatMap((each) => (typeof each === "number" ? [] : [each.ref])));
  const way = between(subject, value, known);
  const isLinked = (node: number) => {
    const input = values[node] as Own;
    return typeof input === "number" || way.inputs.has(input.ref);
  };
  const upstream = grad === 0 ? 1 : grad;
  for (const each of [...way.path, ...values]) if (typeof each !== "number") subject.write(each, "grad", 0);
  subject.write(value, "grad", upstream);
  const passes = passOn(subject, way.path);
  let difference: Difference | null = null;
  const own = inputs.map(({ node, slope }, index) => {
    if (!isLinked(node)) {
      difference ??= { kind: "link", to: place, index, wanted: slope * upstream };
      return { node, slope: 0 };
    }
    if (!passes || typeof values[node] === "number") return { node, slope };
    const alike = inputs.filter((input) => input.node === node);
    const wanted = alike.reduce((sum, input) => sum + input.slope * upstream, 0);
    const seen = numberIn(subject, values[node] as Ref, "grad");
    if (near(seen, wanted)) return { node, slope };
    difference ??= { kind: "slope", to: place, index, seen, wanted };
    return { node, slope: seen / upstream / alike.length };
  });
  return { inputs: own, difference };
}

/** Calls `_backward` of values in this order; false as soon as one has none. */
export function passOn(subject: Subject, path: readonly Ref[]): boolean {
  return path.every((node) => {
    if (subject.links(node).length === 0) return true;
    return subject.read(node, "_backward").kind === "function" && "thing" in subject.call(node, "_backward");
  });
}
