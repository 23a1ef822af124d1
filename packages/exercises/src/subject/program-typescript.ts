import { type Evaluated, evaluateTypescript, Unreadable } from "./evaluate.js";
import type { Answer, Plain, Program } from "./program.js";
import type { Refusal } from "./subject.js";
import { thrownOf } from "./thrown.js";

/** The functions of a text of TypeScript, evaluated in this realm: call it only where a learner's code may run. */
export function typescriptProgram(source: string): Program | Refusal {
  let evaluated: Evaluated;
  try {
    evaluated = evaluateTypescript(source, []);
  } catch (error) {
    const unreadable = error instanceof Unreadable;
    const { text, line } = unreadable ? { text: error.message, line: error.line } : thrownOf(error);
    return { code: unreadable ? "syntax" : "throws", text, ...(line !== undefined && { line }) };
  }
  const get = (name: string): unknown =>
    evaluated.run(`typeof ${name} === "undefined" ? undefined : ${name}`);
  return {
    language: "typescript",
    source,
    has: (name) => {
      try {
        return get(name) !== undefined;
      } catch {
        return false;
      }
    },
    call: (name, args) => {
      try {
        return answerOf((get(name) as (...args: unknown[]) => unknown)(...args.map(copy)));
      } catch (error) {
        return { thrown: thrownOf(error) };
      }
    },
    close: () => {},
  };
}

/** A list of the learner's own to change. */
const copy = (plain: Plain): Plain => (typeof plain === "object" && plain ? plain.map(copy) : plain);

/** Lists deeper than this are not looked through: a list may hold itself. */
const deepest = 8;

function answerOf(thing: unknown): Answer {
  const plain = plainOf(thing, deepest);
  return plain === undefined ? { other: nameOf(thing) } : { plain };
}

/** undefined for what does not cross. */
function plainOf(thing: unknown, depth: number): Plain | undefined {
  if (thing === undefined || thing === null) return null;
  if (typeof thing === "number" || typeof thing === "string" || typeof thing === "boolean") return thing;
  if (depth === 0 || !(Array.isArray(thing) || ArrayBuffer.isView(thing))) return undefined;
  const entries = Array.from(thing as unknown as ArrayLike<unknown>, (entry) => plainOf(entry, depth - 1));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function nameOf(thing: unknown): string {
  if (typeof thing === "function") return "a function";
  if (Array.isArray(thing)) return listName(thing);
  const { constructor: made } = thing as { constructor?: { name?: unknown } };
  const name = typeof made === "function" ? String(made.name) : "";
  return /^\w+$/.test(name) && name !== "Object" ? `a ${name}` : "an object";
}

/** A list is called after what in it does not cross. */
function listName(list: readonly unknown[]): string {
  let found: unknown = list;
  let depth = 0;
  for (; Array.isArray(found) && depth < deepest; depth++) {
    found = found.find((entry) => plainOf(entry, deepest - depth - 1) === undefined);
  }
  if (Array.isArray(found)) return "a list that goes too deep";
  return depth === 1 ? `a list with ${nameOf(found)} in it` : `lists with ${nameOf(found)} in them`;
}
