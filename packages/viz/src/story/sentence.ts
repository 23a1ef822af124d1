import type { Vertex } from "../graph/graph.js";
import { describe } from "../graph/texts.js";
import type { Step } from "../steps/steps.js";
import { formatNumber } from "../text/number.js";
import type { Moment } from "./moment.js";
import type { Story } from "./story.js";

/** What has just happened in a story, in words. */
export function sentenceAt(
  story: Story,
  names: ReadonlyMap<number, string>,
  { position, phase, done, of, current, step }: Moment,
): string {
  const result = resultName(story);
  if (position === 0) return "Nothing is computed yet. The first values are the leaves.";
  if (phase === "forward") {
    const end = done === of ? ` All values are known: backward starts at ${result}.` : "";
    return `${current ? valueSentence(current, names) : ""}${end}`;
  }
  if (story.passes === 0) return "backward() has not run: there are no gradients.";
  if (current?.isConstant) return "The result is a plain number: no gradient flows from it.";
  const own = `${result} changes as fast as itself: its own gradient is 1. That starts backward.`;
  const told = [step?.sentence ?? own, ...faultsAt(story, position, step), ...endAt(story, position)];
  return told.join(" ");
}

/** The root as sentences call it: a label, or the row that a computed value has. */
function resultName({ graph, name }: Story): string {
  const root = graph.nodes.find(({ id }) => id === graph.roots[0]) as Vertex;
  return root.isLeaf && root.label === "" ? "the result" : name(root.id);
}

function valueSentence(node: Vertex, names: ReadonlyMap<number, string>): string {
  const value = formatNumber(node.data);
  if (node.isConstant) return `The result is the plain number ${value}.`;
  if (node.isLeaf) return `${describe(node, names)} is a leaf with the value ${value}.`;
  return `${describe(node, names)} = ${value}.`;
}

/** What the recursive order does wrong at a step. */
function faultsAt({ early, name }: Story, position: number, step: Step | undefined): string[] {
  if (step === undefined) return [];
  const now = early.find((each) => each.position === position);
  const earlier = early.findLast((each) => each.id === step.id && each.position < position);
  const again = earlier
    ? [
        `It had passed ${formatNumber(earlier.sent)} on before, and that is in ${formatNumber(step.upstream)} too: ` +
          "its inputs count it twice.",
      ]
    : [];
  if (now === undefined) return again;
  const unfinished = `the gradient of ${name(now.id)} is not finished, more is still to come for it`;
  return [...again, `That is too early: ${unfinished}.`];
}

/** What is left at the end of the recursive order. */
function endAt({ wrong, last, order, early }: Story, position: number): string[] {
  if (position !== last || order !== "recursive") return [];
  if (wrong.length === 0) {
    return early.length === 0
      ? ["Here every gradient was finished before it was sent: the numbers are right."]
      : [];
  }
  const all = wrong
    .slice(0, 3)
    .map(
      ({ label, grad, right }) =>
        `${label} ends with ${formatNumber(grad)} instead of ${formatNumber(right)}, ${off(grad, right)}`,
    );
  const more = wrong.length > 3 ? ` And ${wrong.length - 3} more leaves are wrong.` : "";
  return [`The gradients of the leaves are wrong: ${all.join("; ")}.${more}`];
}

function off(grad: number, right: number): string {
  const by = grad - right;
  return `${formatNumber(Math.abs(by))} too ${by < 0 ? "little" : "much"}`;
}
