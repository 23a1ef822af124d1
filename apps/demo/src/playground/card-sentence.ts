import type { Story } from "@outgrad/viz";

/** All that a card stands for, with every digit; undefined where the story has no such node. */
export function cardSentence(story: Story, position: number, id: number): string | undefined {
  const node = story.graph.nodes.find((each) => each.id === id);
  if (node === undefined) return undefined;
  if (node.isConstant) return `The plain number ${node.data}: it takes no gradient.`;
  const { known, grads } = story.at(position);
  const name = story.name(id);
  const made = node.isLeaf ? `${name} is a leaf` : `${name} = ${story.made(id)}`;
  if (!known.has(id)) return `${made}: its value is not computed yet.`;
  const grad = grads.get(id);
  const gradient = grad === undefined ? "no gradient has reached it yet" : `its gradient is ${grad}`;
  return `${made}: its value is ${node.data}, ${gradient}.`;
}
