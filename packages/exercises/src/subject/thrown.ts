import type { Thrown } from "./subject.js";

/** What stack traces call the learner's text. */
export const shownName = "value.ts";

/** Whatever JavaScript code threw, told apart by what V8, SpiderMonkey and JavaScriptCore say. Never throws itself. */
export function thrownOf(thrown: unknown): Thrown {
  try {
    if (!(thrown instanceof Error)) return { kind: "other", text: `threw ${String(thrown)}` };
    const text = String(thrown.message);
    const line = lineOf(thrown);
    return { ...kindOf(thrown, text), text: `${thrown.name}: ${text}`, ...(line !== undefined && { line }) };
  } catch {
    return { kind: "other", text: "something that cannot be read" };
  }
}

function kindOf(error: Error, text: string): Pick<Thrown, "kind" | "name"> {
  if (/call stack|too much recursion/i.test(text)) return { kind: "recursion" };
  if (error instanceof ReferenceError) {
    const name = /(?:Can't find variable: )?([\w$]+)/.exec(text.replace(/^Can't find variable: /, ""))?.[1];
    return name === undefined ? { kind: "no-name" } : { kind: "no-name", name };
  }
  if (error instanceof TypeError) {
    const name = /([\w$]+)(?:\(\.\.\.\))? is not a function/.exec(text)?.[1];
    return name === undefined ? { kind: "type" } : { kind: "no-method", name };
  }
  if (/assert/i.test(text)) return { kind: "assertion" };
  return { kind: error instanceof RangeError ? "arithmetic" : "other" };
}

/** Characters from either end of a stack trace: a recursion's has all that is wanted in its first frames. */
const frames = 4_000;

/** The innermost line of the learner's text: `at mul (value.ts:12:5)` or `mul@value.ts:12:5`. */
function lineOf(error: Error): number | undefined {
  const stack = String(error.stack);
  const messageEnds = stack.startsWith(`${error.name}: ${error.message}`)
    ? error.name.length + error.message.length + 2
    : 0;
  const places = stack.slice(messageEnds, messageEnds + frames);
  const found = /\bvalue\.ts:(\d+)/.exec(places) ?? /> eval:(\d+)/.exec(places);
  if (found) return Number(found[1]);
  const { line, sourceURL } = error as Error & { line?: unknown; sourceURL?: unknown };
  return typeof line === "number" && sourceURL === shownName ? line : undefined;
}
