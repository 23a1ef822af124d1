import type { Moment } from "../story/moment.js";
import type { Story } from "../story/story.js";
import { type Trail, trailOf } from "../story/trail.js";
import { formatNumber, withMinus } from "../text/number.js";

/** What cards and rows show of a story at a position. */
export interface Shown {
  readonly story: Story;
  readonly moment: Moment;
  /** The ids of the values that receive a gradient in the current step. */
  readonly receives: ReadonlySet<number>;
  readonly trail: Trail;
}

const trails = new WeakMap<object, Trail>();

/** A position, or null for the end, at which nobody sends or receives any more. */
export function shownAt(story: Story, position: number | null): Shown {
  let trail = trails.get(story.graph);
  if (trail === undefined) {
    trail = trailOf(story.graph);
    trails.set(story.graph, trail);
  }
  if (position === null) {
    const { step: _, current: __, ...end } = story.at(story.last);
    return { story, moment: end, receives: new Set(), trail };
  }
  const moment = story.at(position);
  return { story, moment, receives: new Set(moment.step?.contributions.map(({ input }) => input)), trail };
}

/** A number for people, with a real minus sign. */
export const number = (x: number): string => withMinus(formatNumber(x));

/** A value as cells and cards write it; "" before it is computed. */
export function valueText({ moment, trail }: Shown, id: number, data: number): string {
  if (!moment.known.has(id)) return "";
  return trail.causes.has(id) ? `${number(data)}, born here` : number(data);
}

/** A value's gradient so far. */
export function gradientText({ moment }: Shown, id: number): string {
  const grad = moment.grads.get(id);
  if (grad === undefined) return "";
  return moment.unfinished.has(id) ? `${number(grad)} so far` : number(grad);
}

/** A value in a sentence without an end: "e, a * b, value −6, gradient −2". */
export function wordsOf(shown: Shown, id: number, data: number): string {
  const { story, moment } = shown;
  const value = moment.known.has(id) ? `value ${valueText(shown, id, data)}` : "not computed yet";
  const grad = gradientText(shown, id);
  const [name, made] = [story.name(id), story.made(id)];
  return `${name}, ${made}, ${value}, ${grad === "" ? "no gradient yet" : `gradient ${grad}`}`;
}
