import type { Graph, Vertex } from "../../graph/graph.js";
import { summary } from "../../graph/group.js";
import { number, type Shown } from "../shown.js";

/** A vertex of a drawing at a position of the story: of one value, or of a group of them. */
export interface Standing {
  readonly isKnown: boolean;
  readonly data: string;
  /** Undefined where no gradient has arrived. */
  readonly grad: string | undefined;
  readonly isUnfinished: boolean;
  readonly isCurrent: boolean;
  readonly receives: boolean;
  /** Not finite: the value, and the gradient. */
  readonly isBad: boolean;
  readonly isCause: boolean;
  readonly hasBadGrad: boolean;
  /** The card in words. */
  readonly words: string;
}

/** The place of the card that stands for each value, by id. */
export function placesOf(drawn: Graph): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [place, { id, group }] of drawn.nodes.entries()) {
    for (const member of group?.members ?? []) if (!places.has(member)) places.set(member, place);
    places.set(id, place);
  }
  return places;
}

/** How a vertex stands. Of several outputs the mean of the data is shown, and the length of the gradient. */
export function standingOf(vertex: Vertex, shown: Shown, name: string): Standing {
  const { moment, trail, receives, story, asked } = shown;
  const outputs = vertex.group?.outputs ?? [vertex];
  const members = vertex.group?.members ?? [vertex.id];
  const hides = members.some((id) => asked.has(id));
  const isKnown = vertex.isConstant || outputs.every(({ id }) => moment.known.has(id));
  const arrived = outputs.flatMap((output) => {
    const grad = moment.grads.get(output.id);
    return grad === undefined ? [] : [{ ...output, grad }];
  });
  const { grad } = summary(arrived);
  const hasGrad = arrived.length > 0 && !vertex.isConstant;
  const isUnfinished = outputs.some(({ id }) => moment.unfinished.has(id));
  const isCurrent = moment.current !== undefined && members.includes(moment.current.id);
  const isCause = isKnown && members.some((id) => trail.causes.has(id));
  const data = isKnown ? number(vertex.data) : "";
  const gradText = hides ? "?" : hasGrad ? number(grad) : undefined;
  const value = isKnown ? `value ${data}${isCause ? ", born here" : ""}` : "not computed yet";
  const made = vertex.group ? vertex.opLabel : story.made(vertex.id);
  const soFar = isUnfinished && !hides ? " so far" : "";
  const gradWords = gradText === undefined ? "no gradient yet" : `gradient ${gradText}${soFar}`;
  const slope = vertex.isConstant ? "" : `, ${gradWords}`;
  return {
    isKnown,
    data,
    grad: gradText,
    isUnfinished: isUnfinished && !hides,
    isCurrent,
    receives: !isCurrent && members.some((id) => receives.has(id)),
    isBad: isKnown && outputs.some(({ id }) => trail.bad.has(id)),
    isCause,
    hasBadGrad: hasGrad && !Number.isFinite(grad),
    words: `${name}, ${made}, ${value}${slope}`,
  };
}
