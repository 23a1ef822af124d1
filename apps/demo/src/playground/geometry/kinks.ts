import { opOf } from "@outgrad/ops";
import type { Graph } from "@outgrad/viz";
import { numberOf } from "../formula/evaluate.ts";

/** What the graph calls the first op that stands on one of its kinks, where its slope jumps; undefined if none does. */
export function kinkIn({ nodes }: Graph): string | undefined {
  const data = new Map(nodes.map((node) => [node.id, node.data]));
  const isOnKink = ({ isLeaf, op, inputs, params }: (typeof nodes)[number]) => {
    if (isLeaf) return false;
    const { args, params: names, kinks } = opOf(op);
    const numbers = [...inputs.map(({ id }) => data.get(id) as number), ...params];
    const values = new Map([...args, ...Object.keys(names)].map((name, i) => [name, numbers[i] as number]));
    return kinks.some((kink) => numberOf(kink, values) === 0);
  };
  return nodes.find(isOnKink)?.op;
}
