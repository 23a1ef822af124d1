import type { Value } from "@outgrad/engine";
import { type Complex, evaluateComplex, opOf, toFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";

/** Everything that a value was computed from, the oldest first. */
function nodesOf(root: Value): Value[] {
  const found = new Map<number, Value>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node.id)) continue;
    found.set(node.id, node);
    waiting.push(...node.inputs);
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** What an op is applied to at a node: arguments, then parameters, by name. */
function namedNumbers<T>(
  node: Value,
  read: (input: Value) => T,
  number: (x: number) => T,
): Record<string, T> {
  const { args, params } = opOf(node.op);
  const named: Record<string, T> = {};
  args.forEach((arg, i) => {
    named[arg] = read(node.inputs[i] as Value);
  });
  Object.keys(params).forEach((param, i) => {
    named[param] = number(node.params[i] as number);
  });
  return named;
}

/**
 * Derivatives of the root by complex step: each leaf in turn moves by an imaginary h, and the ops' values, not their
 * partials, carry it to the root. Nothing is subtracted, so no digits cancel. Null where an op has no complex value.
 */
export function complexSlopes(root: Value, leaves: readonly Value[]): number[] | null {
  const nodes = nodesOf(root);
  try {
    return leaves.map((leaf) => {
      const h = 1e-100 * (Math.min(Math.abs(leaf.data), 1) || 1);
      const known = new Map<number, Complex>();
      for (const node of nodes) {
        const moved: Complex = [node.data, node.id === leaf.id ? h : 0];
        const computed = () =>
          evaluateComplex(
            opOf(node.op).formula,
            namedNumbers(
              node,
              ({ id }) => known.get(id) as Complex,
              (x): Complex => [x, 0],
            ),
          );
        known.set(node.id, node.op === "" ? moved : computed());
      }
      const [, part] = known.get(root.id) as Complex;
      return part / h;
    });
  } catch {
    return null;
  }
}

/** For every op of the graph that has kinks, a number that is 0 on the kink and has another sign beyond it. */
export function kinkSigns(root: Value): { readonly what: string; readonly sign: number }[] {
  return nodesOf(root).flatMap((node) => {
    if (node.op === "") return [];
    const { name, args, params, kinks } = opOf(node.op);
    const names = [...args, ...Object.keys(params)];
    const numbers = namedNumbers(
      node,
      ({ data }) => data,
      (x) => x,
    );
    return kinks.map((kink) => {
      const distance = toFunction(kink, names, intrinsics)(...names.map((each) => numbers[each] as number));
      return { what: name, sign: Math.sign(distance) };
    });
  });
}
