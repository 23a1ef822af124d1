import type { Story } from "@outgrad/viz";
import { format } from "../format.ts";
import { unresetGradients } from "./unreset.ts";

/** So many leaves are named. */
const most = 3;

/** What calling backward() so often has done to the gradients, and what it would do in an engine that resets none. */
export function passesText(story: Story): string {
  const { passes } = story;
  if (passes === 0) return "All gradients are 0.";
  if (passes === 1) return "backward() ran once.";
  const told =
    `backward() ran ${passes} times without zeroGrad(): the leaves add up, on purpose. ` +
    "The nodes between start each pass from zero";
  if (story.order !== "topological") return `${told}.`;
  const { grads } = story.at(Number.POSITIVE_INFINITY);
  const wrong = [...unresetGradients(story.graph, passes)].flatMap(([id, grad]) => {
    const [right, kept] = [format(grads.get(id) ?? 0), format(grad)];
    return right === kept ? [] : [`${story.name(id)} ${kept} instead of ${right}`];
  });
  if (wrong.length === 0) return `${told}; here it makes no difference to the leaves.`;
  const more = wrong.length > most ? ` and ${wrong.length - most} more wrong` : "";
  return (
    `${told}. An engine that keeps their gradients (micrograd, issues #53 and #102) sends the old ones down once more, ` +
    `and would now show ${wrong.slice(0, most).join(", ")}${more}.`
  );
}
