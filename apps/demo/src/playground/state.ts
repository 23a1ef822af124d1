import type { Expression } from "@outgrad/engine";
import { batch, computed, effect, signal } from "@preact/signals";
import { keepInAddress, onAddress } from "../state/location.ts";
import { announce } from "../ui/live-region.tsx";
import { type PlayState, readPlay, startOf, writePlay } from "./address.ts";
import { circuitOf, type ExpressionCircuit, type Leaves, leavesFor } from "./circuit.ts";
import { compile, type Mistake } from "./compile.ts";
import { momentAt, timelineOf } from "./moment.ts";
import { presets } from "./presets.ts";
import { sentenceAt } from "./sentence.ts";
import { clampPosition, lastPosition } from "./timeline.ts";

const start = startOf(presets[0]);

/** What stands in the editor. */
export const text = signal(start.text);
/** The newest text without a mistake; its graph stays while a person types. */
const good = signal<Expression>(goodExpression(start.text));
/** Every number that a leaf was ever given, by name, so that a name typed again finds its number. */
const numbers = signal<Leaves>(start.leaves);
/** What is wrong with the text, if anything. */
export const mistake = signal<Mistake | null>(null);
/** How often backward() was called since zeroGrad(). */
export const passes = signal(1);
/** Where in the story the screen is; Infinity is its end, however long it becomes. */
const wanted = signal(Number.POSITIVE_INFINITY);
/** The exponent of the nudge: h = 10 ** exponent. */
export const nudgeExponent = signal(start.exponent);
/** The node that a person points at, by its place in the tape: places outlive a recomputation, ids do not. */
export const pointed = signal<number | null>(null);

export const leaves = computed(() => leavesFor(good.value, numbers.value));
export const circuit = computed<ExpressionCircuit>(() => circuitOf(good.value, leaves.value, passes.value));
export const timeline = computed(() => timelineOf(circuit.value));
export const position = computed(() => clampPosition(timeline.value, wanted.value));
export const moment = computed(() => momentAt(circuit.value, position.value));

/** Takes a new text; with a mistake in it, the last good graph stays. */
export function setText(next: string): void {
  batch(() => {
    text.value = next;
    const compiled = compile(next);
    mistake.value = "mistake" in compiled ? compiled.mistake : null;
    if ("mistake" in compiled) return;
    good.value = compiled.expression;
    pointed.value = null;
  });
}

/** Gives a leaf a number: everything that depends on it follows. */
export function setLeaf(name: string, value: number): void {
  numbers.value = new Map(numbers.peek()).set(name, value);
}

/** Gives many leaves their numbers at once. */
export function setLeaves(next: Leaves): void {
  numbers.value = new Map([...numbers.peek(), ...next]);
}

/** Goes to a position of the story; the end sticks to the end. */
export function goTo(next: number): void {
  const place = clampPosition(timeline.peek(), next);
  wanted.value = place === lastPosition(timeline.peek()) ? Number.POSITIVE_INFINITY : place;
  if (place > timeline.peek().forward && passes.peek() === 0) passes.value = 1;
  announce(sentenceAt(circuit.peek(), moment.peek()));
}

/** One step on (1) or back (−1). */
export const go = (by: number): void => goTo(position.peek() + by);

/** Runs backward once more, without clearing what is there. */
export function backwardAgain(): void {
  passes.value = Math.min(passes.peek() + 1, 99);
  goTo(Number.POSITIVE_INFINITY);
}

/** Clears every gradient: the story is back at the end of forward. */
export function zeroGrad(): void {
  passes.value = 0;
  goTo(timeline.peek().forward);
}

/** Shows a state whole: a preset, or what a link says. */
export function show(state: PlayState): void {
  batch(() => {
    numbers.value = state.leaves;
    passes.value = state.passes;
    wanted.value = state.position;
    nudgeExponent.value = state.exponent;
    setText(state.text);
  });
}

onAddress("play", (query) => show(readPlay(query)));

effect(() => {
  const state: PlayState = {
    text: text.value,
    leaves: leaves.value,
    passes: passes.value,
    position: wanted.value,
    exponent: nudgeExponent.value,
  };
  keepInAddress("play", writePlay(state));
});

function goodExpression(written: string): Expression {
  const compiled = compile(written);
  if ("mistake" in compiled) throw new Error(compiled.mistake.sentence);
  return compiled.expression;
}
