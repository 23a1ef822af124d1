import type { Entries } from "./entry.js";

/** Methods that are not there, or give no Value. */
export const methods: Entries = {
  missing: {
    title: "A method is not there yet",
    sentence: (w) => `There is no ${w.method} yet.`,
    hints: (w) => [
      `What should \`${w.formula}\` give, and which Values is it made of?`,
      "Every operation makes a new Value: its data, its inputs, and a rule that passes the gradient on.",
      w.isPython
        ? `\`def ${w.method.slice(1, -1)}(self${/^(neg|exp|log|tanh|backward)$/.test(w.finding.op) ? "" : ", other"}):\``
        : `\`${w.finding.op}(${/^(neg|exp|log|tanh|backward)$/.test(w.finding.op) ? "" : "other"}) { ... }\``,
    ],
    page: "confusions/name#missing",
  },
  "wrong-name": {
    title: "The name is another one",
    sentence: (w) =>
      `You wrote \`${w.detail("found")}\`, but nothing calls that: the name has to be \`${w.detail("name")}\`.${w.isPython && w.detail("found") === "__div__" ? " Python 2 called it `__div__`." : ""}`,
    hints: (w) => [
      "Who calls this method, and by which name?",
      w.isPython
        ? "Python calls methods with fixed names for its operators."
        : "A method is found by its name, letter by letter.",
      `Rename it to \`${w.detail("name")}\`.`,
    ],
    page: "confusions/name#wrong-name",
  },
  "nested-inside": {
    title: "A method inside another one",
    sentence: (w) =>
      `\`${w.detail("name")}\` is defined inside \`${w.detail("inside")}\`, so Values do not have it: ${w.isPython ? "move it to the left, level with the other methods" : "close the braces of the other method first"}.`,
    hints: (w) => [
      "Which method does this line belong to?",
      w.isPython
        ? "What is indented deeper belongs to the `def` above it."
        : "What stands between a method's braces belongs to that method.",
      w.isPython
        ? "Give its `def` the indentation of the other methods."
        : "Move it below the closing brace of the method around it.",
    ],
    page: "confusions/nested#nested-inside",
  },
  "outside-class": {
    title: "A method outside the class",
    sentence: (w) =>
      `\`${w.detail("name")}\` stands outside the class, so Values do not have it: move it into the class.`,
    hints: (w) => [
      "Where does your class end?",
      w.isPython ? "What is not indented ends the class." : "The class ends at its closing brace.",
      w.isPython ? "Indent it as the other methods are." : "Move it above the closing brace of the class.",
    ],
    page: "confusions/nested#outside-class",
  },
  "missing-return": {
    title: "The result is not returned",
    sentence: (w) =>
      w.detail("inside")
        ? `${w.method} gives ${w.nothing}: its \`return\` stands inside \`_backward\`, one step too deep.`
        : `${w.method} gives ${w.nothing}: it has to return the Value that it makes${w.isPython ? " (`return out`)" : ""}.`,
    hints: (w) => [
      `What does ${w.example} give to who called it?`,
      "A method without `return` gives nothing, whatever it has made.",
      `The last line of ${w.method} is \`return out${w.end}\`.`,
    ],
    page: "confusions/missing-return#missing-return",
  },
  "returns-self": {
    title: "An input comes back instead of a new Value",
    sentence: (w) =>
      `${w.method} gives back one of its inputs; it has to make a new Value, or the graph gets no new node.`,
    hints: (w) => [
      "How many nodes should the graph have after this operation?",
      "An operation leaves its inputs as they are and makes a new Value.",
      `\`${w.isPython ? "" : "const "}out = ${w.make}(...)${w.end}\` and \`return out${w.end}\``,
    ],
    page: "confusions/missing-return#returns-self",
  },
  "returns-raw": {
    title: "A plain number instead of a Value",
    sentence: (w) =>
      `${w.method} gives ${typeof w.finding.seen === "number" ? `the number ${w.seen}` : w.seen}; it has to give a Value, so that the graph goes on.`,
    hints: (w) => [
      `What would \`(${w.finding.example?.call ?? "a"})\` need to have so that a gradient can come back through it?`,
      "The number goes into a new Value, together with the inputs.",
      `\`${w.isPython ? "" : "const "}out = ${w.make}(..., ${w.isPython ? `(${w.self}, other)` : `[${w.self}, other]`})${w.end}\``,
    ],
    page: "confusions/data#returns-raw",
  },
  "infinite-recursion": {
    title: "It calls itself for ever",
    sentence: (w) =>
      `${w.method} calls itself again and again until the stack is full: write it with operations that you already have.`,
    hints: (w) => [
      `Which method does ${w.isPython ? "the operator in this line" : "this line"} call?`,
      "A method may use other operations, but not itself.",
      /sub/.test(w.finding.op)
        ? w.isPython
          ? "`self + (-other)`"
          : "`this.add(other.neg())`"
        : "Compute with the numbers in `data`, or with operations that are done.",
    ],
    page: "confusions/recursion#infinite-recursion",
  },
  "no-self": {
    title: "The first parameter has to be self",
    sentence: (w) => `${w.method} has no parameter for the Value itself: the first one has to be \`self\`.`,
    hints: (w) => [
      "How many things does Python give to a method, and which is the first?",
      "For `a.f(b)` Python calls `f(a, b)`: the Value itself comes first.",
      `\`def ${w.method.slice(1, -1)}(self${/^(neg|exp|log|tanh|backward)$/.test(w.finding.op) ? "" : ", other"}):\``,
    ],
    page: "confusions/does-not-run#throws",
  },
  static: {
    title: "It belongs to the class, not to its Values",
    sentence: (w) =>
      `${w.method} is static, so Values do not have it: take the word away${w.isPython ? " (`@staticmethod`)" : ""}.`,
    hints: (w) => [
      "On what is this method called: on the class, or on a Value?",
      "Static methods belong to the class; the others to each of its objects.",
      w.isPython
        ? "Take `@staticmethod` away and let `self` be the first parameter."
        : "Take the word `static` away.",
    ],
    page: "confusions/name#static",
  },
  throws: {
    title: "It stops with an error",
    sentence: (w) => {
      const name = `\`${w.detail("name")}\``;
      if (w.detail("kind") === "no-method" && w.detail("name"))
        return `${w.method} uses ${name} of something that has none: ${w.seen}.`;
      if (w.detail("kind") === "no-name" && w.detail("name"))
        return `${w.method} uses ${name}, which is not defined there.`;
      return `${w.finding.example ? w.example : w.method} stops: ${w.seen}.`;
    },
    hints: () => [
      "What does the message say, and about which line?",
      "Every name in the line has a kind: a Value, a number, a function.",
      "Write down what each name in the line holds.",
    ],
    page: "confusions/does-not-run#throws",
  },
};
