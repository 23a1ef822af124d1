import type { Entries } from "./entry.js";

/** Texts that do not run, or not to their end. */
export const texts: Entries = {
  syntax: {
    title: "The text cannot be read",
    sentence: (w) => `The text cannot be read${w.finding.seen === undefined ? "" : `: ${w.seen}`}.`,
    hints: () => [
      "What stands in this line, and at the end of the line before?",
      "Brackets and quotation marks come in pairs.",
      "Go back to the last text that ran, and change less.",
    ],
    page: "confusions/does-not-run#syntax",
  },
  skipped: {
    title: "A part that was passed over",
    sentence: (w) => `This was passed over, and the rest was tried without it: ${w.seen}.`,
    hints: () => [
      "Does anything that is asked for need this part?",
      "Only what comes with the language is here: packages like torch and numpy are not.",
      "Take the line away, or put it below what it needs.",
    ],
  },
  "no-class": {
    title: "There is no class Value",
    sentence: (w) =>
      `There is no class \`Value\` in the text${w.isPython ? "" : ", or more than one class that it could be"}.`,
    hints: (w) => [
      "What is your class called?",
      "The class is looked for by its name, Value.",
      w.isPython ? "`class Value:`" : "`export class Value { ... }`",
    ],
    page: "confusions/does-not-run#no-class",
  },
  "endless-loop": {
    title: "It does not come to an end",
    sentence: (w) =>
      `${w.finding.op === "" ? "Your code" : w.method} did not come to an end within 2 seconds.`,
    hints: () => [
      "Which loop goes on, and what would stop it?",
      "A loop ends when its condition becomes false: something in it has to change that.",
      "Write down what the loop's variable is, round after round.",
    ],
    page: "confusions/endless#endless-loop",
  },
  "out-of-memory": {
    title: "It fills the memory",
    sentence: (w) =>
      `${w.finding.op === "" ? "Your code" : w.method} fills the memory: a list or a text in it grows without end.`,
    hints: () => [
      "What grows with every round of a loop?",
      "A loop ends when its condition becomes false: something in it has to change that.",
      "Write down how long the list is, round after round.",
    ],
    page: "confusions/endless#out-of-memory",
  },
  leaves: {
    title: "It ends the program that checks it",
    sentence: (w) =>
      `${w.finding.op === "" ? "Your code" : w.method} ended the program that was checking it: \`process.exit()\` has no place here.`,
    hints: () => [
      "Which line ends the whole program?",
      "A method gives back a result, or throws an error.",
      "Take the line away.",
    ],
    page: "confusions/does-not-run#leaves",
  },
  "to-do": {
    title: "Still to be written",
    sentence: (w) => `${w.method} is still to be written.`,
    hints: () => [
      "What should it give?",
      "Read the text of the exercise again.",
      "Put your code in place of the line that says so.",
    ],
  },
};
