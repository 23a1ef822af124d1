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
  /** The ids of the values whose gradients are asked for. */
  readonly asked: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

const trails = new WeakMap<object, Trail>();

/**
 * A position, or null for the end, at which nobody sends or receives any more. While gradients are asked for, the value
 * that is about to send them is the current one.
 */
export function shownAt(story: Story, position: number | null, asked = none): Shown {
  let trail = trails.get(story.graph);
  if (trail === undefined) {
    trail = trailOf(story.graph);
    trails.set(story.graph, trail);
  }
  const moment = story.at(position ?? story.last);
  const receives = new Set(moment.step?.contributions.map(({ input }) => input));
  if (position !== null && asked.size === 0) return { story, moment, receives, trail, asked };
  const { step: _, current: __, ...still } = moment;
  if (position === null) return { story, moment: still, receives: none, trail, asked };
  const next = story.at(moment.position + 1).current;
  return { story, moment: { ...still, ...(next && { current: next }) }, receives: asked, trail, asked };
}

/** A number for people, with a real minus sign. */
export const number = (x: number): string => withMinus(formatNumber(x));

/** A sentence with real minus signs, as in `number`; hyphens in names stay. */
export const withSigns = (text: string): string =>
  text.replaceAll(" - ", " − ").replace(/(?<![\p{L}\p{N}_)])-(?=[\d(.I])/gu, "−");

/** A value as cells and cards write it; "" before it is computed. */
export function valueText({ moment, trail }: Shown, id: number, data: number): string {
  if (!moment.known.has(id)) return "";
  return trail.causes.has(id) ? `${number(data)}, born here` : number(data);
}

/** A value's gradient so far. */
export function gradientText({ moment, asked }: Shown, id: number): string {
  if (asked.has(id)) return "?";
  const grad = moment.grads.get(id);
  if (grad === undefined) return "";
  return moment.unfinished.has(id) ? `${number(grad)} so far` : number(grad);
}
