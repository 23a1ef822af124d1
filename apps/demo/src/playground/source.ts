import type { Expression } from "@outgrad/engine";
import { batch, computed, signal } from "@preact/signals";
import { type Language, startOf } from "./address.ts";
import { type Circuit, circuitOf, circuitOfGraph, type Leaves, leavesFor } from "./circuit.ts";
import { compile, type Mistake } from "./compile.ts";
import { presets } from "./presets/index.ts";
import { code, override, programGraph, setCode } from "./program.ts";

const start = startOf(presets[0]);

export const language = signal<Language>("expression");
/** The expression in the editor. */
export const text = signal(start.text);
/** The newest text without a mistake; its graph stays while a person types. */
const good = signal<Expression>(goodExpression(start.text));
/** Every number that a leaf was ever given, by name, so that a name typed again finds its number. */
export const numbers = signal<Leaves>(start.leaves);
/** What is wrong with the text, if anything. */
export const mistake = signal<Mistake | null>(null);
/** How often backward() was called since zeroGrad(). */
export const passes = signal(1);
/** Whether the expression is shown as a program, to be copied. */
export const codeOpen = signal(false);
/** The id of the node that a person points at; ids are places, which outlive a recomputation. */
export const pointed = signal<number | null>(null);

/** The circuit of the newest expression without a mistake. */
export const written = computed(() =>
  circuitOf(good.value, leavesFor(good.value, numbers.value), passes.value),
);
const run = computed(() => programGraph.value && circuitOfGraph(programGraph.value, passes.value));

/** What the screen shows. Until a program has given a graph, the expression's stays. */
export const circuit = computed<Circuit>(
  () => (language.value === "typescript" && run.value) || written.value,
);
export const leaves = computed(() => circuit.value.leaves);

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
  setLeaves(new Map([[name, value]]));
}

/** Gives many leaves their numbers at once. */
export function setLeaves(next: Leaves): void {
  if (language.peek() === "typescript") override(next);
  else numbers.value = new Map([...numbers.peek(), ...next]);
}

let derived = "";

/** Writes on in the other language; a program starts as the expression's, until a person has written one. */
export async function setLanguage(next: Language): Promise<void> {
  language.value = next;
  pointed.value = null;
  if (next === "expression" || (code.peek() !== "" && code.peek() !== derived)) return;
  const { asCode } = await import("./as-code.ts");
  derived = asCode(written.peek(), { labels: true });
  setCode(derived);
}

function goodExpression(text: string): Expression {
  const compiled = compile(text);
  if ("mistake" in compiled) throw new Error(compiled.mistake.sentence);
  return compiled.expression;
}
