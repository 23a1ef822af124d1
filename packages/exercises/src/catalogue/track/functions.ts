import { nameIn } from "../../track/in-language.js";
import type { Entries, Entry } from "../entry.js";
import type { Words } from "../words.js";

/** The function or class that a finding is about, as its language writes it. */
export const named = (w: Words): string => `\`${nameIn(w.finding.op, w.language)}\``;

/** What came out where, and what had to; empty without numbers. */
export function compared(w: Words): string {
  const { seen, wanted } = w.finding;
  if (seen === undefined || wanted === undefined) return "";
  const place = w.detail("place");
  const where =
    place === ""
      ? ""
      : w.detail("of")
        ? `the gradient of ${w.detail("of")} at ${place} is `
        : `at ${place} it is `;
  return ` For ${w.example} ${where === "" ? "the answer is " : where}${w.seen} instead of ${w.wanted}.`;
}

/** An entry whose sentence ends with the numbers, and whose hints are always the same. */
export const entry = (
  title: string,
  sentence: (w: Words) => string,
  hints: readonly [question: string, rule: string, line: string],
  page: string,
): Entry => ({
  title,
  sentence: (w) => `${sentence(w)}${compared(w)}`,
  hints: () => hints,
  page,
});

/** What can be wrong with any function or class of the track. */
export const functions: Entries = {
  "not-there": {
    title: "It is not there yet",
    sentence: (w) => `There is no ${named(w)} in your text.`,
    hints: (w) => [
      "Has it another name in your text, or did it get lost?",
      "The name has to be the same, letter by letter, and it has to stand at the margin.",
      `Reset the exercise, or write ${named(w)} again.`,
    ],
    page: "confusions/name#missing",
  },
  "inside-another": {
    title: "A function inside another one",
    sentence: (w) =>
      `\`${w.detail("name")}\` is defined inside \`${w.detail("inside")}\`, so nothing outside can call it.`,
    hints: (w) => [
      "Which function does this line belong to?",
      w.isPython
        ? "What is indented deeper belongs to the `def` above it."
        : "What stands between braces belongs to what is before them.",
      w.isPython ? "Move it to the margin." : "Move it below the closing brace of the function around it.",
    ],
    page: "confusions/nested#nested-inside",
  },
  "returns-nothing": {
    title: "Nothing is returned",
    sentence: (w) => `${what(w)} gives ${w.nothing}: it has to return what it computes.`,
    hints: (w) => [
      `What does ${w.example} give to who called it?`,
      "A function without `return` gives nothing, whatever it has computed.",
      `\`return ...${w.end}\``,
    ],
    page: "confusions/missing-return#missing-return",
  },
  "not-values": {
    title: "Plain numbers instead of Values",
    sentence: (w) =>
      `${what(w)} gives ${w.seen}; it has to be ${w.wanted}, so that gradients can come back through it.`,
    hints: (w) => [
      "From where on are there only plain numbers?",
      "Operations of Values give Values. `data` leaves the graph.",
      `Look for \`.data\` in ${named(w)}.`,
    ],
    page: "confusions/data#returns-raw",
  },
  "wrong-shape": {
    title: "Another kind of thing comes out",
    sentence: (w) =>
      w.detail("of")
        ? `The gradient of \`${w.detail("of")}\` is ${w.seen}; it has to be ${w.wanted}.`
        : `${what(w)} ${isHeld(w) ? "is" : "gives"} ${w.seen}; it has to be ${w.wanted}.`,
    hints: (w) => [
      `What does ${w.example} have to give, and how many numbers is that?`,
      "Lists count as much as the numbers in them: a list of lists is a table.",
      `Look at what ${named(w)} returns.`,
    ],
  },
  "calls-itself": {
    title: "It calls itself for ever",
    sentence: (w) => `${named(w)} calls itself again and again until the stack is full.`,
    hints: (w) => [
      `Where does ${named(w)} stand inside itself?`,
      "A function that calls itself needs a case in which it does not.",
      "Compute with what you are given, or with functions that are done.",
    ],
    page: "confusions/recursion#infinite-recursion",
  },
  "no-field": {
    title: "A field is not there",
    sentence: (w) => `A new ${named(w)} has no \`${w.detail("what")}\`.`,
    hints: (w) => [
      `Where should \`${w.detail("what")}\` come from?`,
      "Fields are set when an object is made.",
      `\`${w.self}.${w.detail("what")} = ...${w.end}\``,
    ],
  },
  "no-method": {
    title: "A method is not there",
    sentence: (w) => `${named(w)} has no method \`${w.detail("what")}\`.`,
    hints: (w) => [
      "Has it another name, or does it stand outside the class?",
      "A method is found by its name, letter by letter.",
      w.isPython ? `\`def ${w.detail("what")}(self, ...):\`` : `\`${w.detail("what")}(...) { ... }\``,
    ],
    page: "confusions/name#missing",
  },
  "wrong-result": {
    title: "The result is another one",
    sentence: (w) => `${named(w)} computes something else.${compared(w)}`,
    hints: (w) => [
      `What is ${w.example} by hand?`,
      "Do the steps one by one, with the numbers of the example.",
      `Look at each step of ${named(w)}, and print what it gives.`,
    ],
  },
  "wrong-gradient": {
    title: "The gradient is another one",
    sentence: (w) => `The gradient of ${w.detail("of")} is wrong.${compared(w)}`,
    hints: () => [
      "Nudge one of the inputs: by how much does the result move?",
      "Every way from an input to the result counts, and they add up.",
      "Find the entry by hand, on the smallest example that you can think of.",
    ],
  },
  "graph-cut": {
    title: "The graph is cut",
    sentence: (w) =>
      `The numbers of ${named(w)} are right, but no gradient comes back${w.detail("of") ? ` to ${w.detail("of")}` : ""}: somewhere a plain number takes the place of a Value.`,
    hints: (w) => [
      "From where on are there only plain numbers?",
      "What is computed from `data` has no inputs, so `backward` ends there.",
      `Look for \`.data\`, and for \`${w.make}(...)\`, in ${named(w)}.`,
    ],
    page: "confusions/data#returns-raw",
  },
};

/** Whether it is a field that is wrong, and not what a function gives. */
const isHeld = (w: Words): boolean => ["w", "b", "neurons", "layers"].includes(w.detail("what"));

/** What of the topic gives something: `forward` of `Neuron`, or the function itself. */
function what(w: Words): string {
  const part = w.detail("what");
  return part === "" || part === w.finding.op ? named(w) : `\`${part}\` of ${named(w)}`;
}
