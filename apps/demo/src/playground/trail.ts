import type { Story, Vertex } from "@outgrad/viz";
import { format } from "../format.ts";
import { inWords } from "../in-words.ts";

/** Where a NaN or an infinity was born, and what it reaches. */
export interface Trail {
  /** Whether it was born on the way forward or only on the way back. */
  readonly kind: "value" | "gradient";
  /** The id of the node whose op made it. */
  readonly cause: number;
  /** Which op, from which numbers, and why. */
  readonly birth: string;
  /** What it reaches. */
  readonly reach: string;
}

/** The first NaN or infinity of a story: of its values, else of its gradients; undefined if all is finite. */
export function trailOf(story: Story): Trail | undefined {
  return valueTrail(story) ?? gradientTrail(story);
}

function valueTrail(story: Story): Trail | undefined {
  const { tape } = story;
  const wrong = tape.filter(({ data }) => !Number.isFinite(data));
  const [first, ...others] = wrong;
  if (first === undefined) return undefined;
  const reached = others.filter(({ isLeaf }) => !isLeaf).map(({ id }) => story.name(id));
  const leaves = brokenLeaves(story);
  const values = reached.length > 0 ? `From there it reaches ${list(reached)}.` : "It is the result itself.";
  const gradients = leaves.length > 0 ? ` Backward it spoils ${gradientsOf(leaves)}.` : "";
  return { kind: "value", cause: first.id, birth: birthOf(story, first), reach: values + gradients };
}

function birthOf(story: Story, node: Vertex): string {
  const [name, value] = [story.name(node.id), format(node.data)];
  if (node.isLeaf) return `${name} is a leaf that holds ${value}.`;
  const [a = Number.NaN, b = Number.NaN] = node.inputs.map(({ id }) => dataOf(story, id));
  const why = reasons[node.op]?.(a, b) ?? tooLarge;
  return `${value} was born in ${name} = ${story.made(node.id)}: ${numbersOf(story, node)}, and ${why}.`;
}

function gradientTrail(story: Story): Trail | undefined {
  // What is not finite never becomes finite again, and the steps of a large graph take long to write.
  const { grads } = story.at(Number.POSITIVE_INFINITY);
  if ([...grads.values()].every(Number.isFinite)) return undefined;
  for (const { id, upstream, contributions } of story.steps) {
    const part = contributions.find(({ added }) => !Number.isFinite(added));
    if (part === undefined) continue;
    const birth =
      `All values are finite, but ${story.name(id)} = ${story.made(id)} passes ${format(upstream)} times its local ` +
      `slope ${format(part.slope)} to ${part.label}: ${format(part.added)}.`;
    const leaves = brokenLeaves(story);
    return { kind: "gradient", cause: id, birth, reach: `It spoils ${gradientsOf(leaves)}.` };
  }
  return undefined;
}

function brokenLeaves(story: Story): string[] {
  const { grads } = story.at(Number.POSITIVE_INFINITY);
  const broken = story.tape.filter(({ id, isLeaf }) => isLeaf && !Number.isFinite(grads.get(id) ?? 0));
  return broken.map(({ id }) => story.name(id));
}

function numbersOf(story: Story, { inputs }: Vertex): string {
  const ids = [...new Set(inputs.map(({ id }) => id))];
  return ids.map((id) => `${story.name(id)} = ${format(dataOf(story, id))}`).join(", ");
}

const dataOf = ({ graph }: Story, id: number): number =>
  graph.nodes.find((node) => node.id === id)?.data ?? Number.NaN;

const tooLarge = "the result is beyond the largest number that a computer holds, about 1.8e308";

/** Why an op of finite numbers has no finite result; undefined where the result is only too large. */
const reasons: Readonly<Record<string, (a: number, b: number) => string | undefined>> = {
  log: (a) =>
    a < 0 ? "a negative number has no real logarithm" : "towards 0 the logarithm falls without end",
  log1p: (a) => (a < -1 ? "below −1 there is no real logarithm of 1 + a" : "towards −1 it falls without end"),
  sqrt: () => "a negative number has no real square root",
  div: (a, b) =>
    b !== 0 ? undefined : a === 0 ? "0 / 0 has no value" : "a division by 0 has no finite result",
  reciprocal: (a) => (a === 0 ? "a division by 0 has no finite result" : undefined),
  pow: (a, b) => {
    if (a < 0 && !Number.isInteger(b)) return "a negative number has real powers only for whole exponents";
    return a === 0 && b < 0 ? "0 to a negative power is a division by 0" : undefined;
  },
};

const gradientsOf = (leaves: readonly string[]) =>
  `the ${leaves.length === 1 ? "gradient" : "gradients"} of ${list(leaves)}`;

const most = 6;

/** "a, b and c"; of a long list its beginning and how many more there are. */
function list(names: readonly string[]): string {
  if (names.length <= most) return inWords(names);
  return inWords([...names.slice(0, most - 1), `${names.length - most + 1} more`]);
}
