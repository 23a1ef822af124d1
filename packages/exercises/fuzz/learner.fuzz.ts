import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, many, textOf } from "../../../tools/fuzz/text.ts";
import { toDo } from "../src/run/to-do.js";
import { structureOf } from "../src/structure/structure-of.js";
import { exercises, type Language, solutionOf, startOf } from "../src/track/index.js";

const languages: readonly Language[] = ["typescript", "python"];
const next = exercises.find(({ buildsOn }) => buildsOn !== undefined) as (typeof exercises)[0];

/** What is seen of a learner's file without running it: its shape, what is to do, how the next exercise goes on. */
function read(input: Uint8Array): unknown {
  const text = textOf(input);
  const language = languages[input.length % 2] as Language;
  return [structureOf(text, language), toDo(text), startOf(next, language, text).length];
}

export const target: Target = {
  share: 30_000,
  corpus: inputsOf([
    ...languages.flatMap((language) => exercises.slice(0, 5).map((exercise) => startOf(exercise, language))),
    ...languages.map((language) => solutionOf(exercises[4] as (typeof exercises)[0], language)),
  ]),
  words: [
    ...hostile,
    "class Value {",
    "class Value:\n",
    "def f(self):\n    ",
    "=> {",
    "`${",
    "'''",
    '"""',
    "/*",
    "// ",
    "lambda x: ",
    "async ",
    "return ",
    "this.grad += ",
    "self.",
    "\n    ",
    "@",
    many("(", 200),
    many("[", 200),
    many("()=>{", 200),
    many("class A{", 150),
    many("if x:\n ", 150),
    many("f(", 200),
    many("a.", 200),
    many("-", 200),
    many("`${", 150),
  ],
  read,
  // Any text has a shape.
  refuses: () => false,
  // A tree has a node for every sign.
  times: 3000,
  room: 10_000_000,
};
