import type { Value } from "@outgrad/engine";
import { opOf } from "@outgrad/ops";

// What the contract of the compiled floors says of two lists of numbers. Plain loops: thousands of programs are checked.

/** The same numbers, with the signs of zeros. */
export function mustEqual(what: string, found: readonly number[], wanted: readonly number[]): void {
  if (found.length !== wanted.length)
    throw new Error(`${what}: ${found.length} numbers, not ${wanted.length}`);
  found.forEach((number, i) => {
    if (!Object.is(number, wanted[i]))
      throw new Error(`${what}, number ${i}: ${text(number)}, not ${text(wanted[i])}`);
  });
}

const text = (number: number | undefined): string => (Object.is(number, -0) ? "-0" : String(number));

/** The same up to rounding: within 1e-14 of the sum of the magnitudes that were added. */
export function mustBeNear(
  what: string,
  found: readonly number[],
  wanted: readonly number[],
  sizes: readonly number[],
): void {
  found.forEach((number, i) => {
    const size = sizes[i] as number;
    if (!Number.isFinite(size) || Math.abs(number - (wanted[i] as number)) <= 1e-14 * size) return;
    throw new Error(`${what}, number ${i}: ${number}, not ${wanted[i]}, of magnitudes ${size}`);
  });
}

/** For every node, by id, the sum of the magnitudes of what adds up to its gradient. */
export function magnitudes(root: Value): Map<number, number> {
  const nodes = new Map([[root.id, root]]);
  for (const [, node] of nodes) for (const input of node.inputs) nodes.set(input.id, input);
  const sizes = new Map([[root.id, 1]]);
  for (const node of [...nodes.values()].sort((a, b) => b.id - a.id)) {
    if (node.op === "") continue;
    const numbers = [...node.inputs.map((input) => input.data), ...node.params, node.data];
    opOf(node.op).partials.forEach((partial, i) => {
      const { id } = node.inputs[i] as Value;
      sizes.set(id, (sizes.get(id) ?? 0) + (sizes.get(node.id) ?? 0) * Math.abs(partial(...numbers)));
    });
  }
  return sizes;
}
