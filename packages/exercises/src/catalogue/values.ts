import type { Entries } from "./entry.js";

/** Results that are Values, with something wrong in them. */
export const values: Entries = {
  "rsub-sign": {
    title: "The other way round",
    sentence: (w) =>
      w.isPython
        ? `\`__rsub__\` is called for \`2 - v\`, with 2 as \`other\`: the result is other - self.${w.numbers}`
        : `\`v.rsub(2)\` is 2 - v, so what stands in brackets comes first.${w.numbers}`,
    hints: (w) => [
      "Which of the two is taken away from which?",
      "other - self is the same as (-self) + other.",
      w.isPython ? "`return (-self) + other`" : "`return this.neg().add(other);`",
    ],
    page: "confusions/reversed#rsub-sign",
  },
  swapped: {
    title: "The operands are in the wrong order",
    sentence: (w) => `${w.method} has its operands in the wrong order.${w.numbers}`,
    hints: (w) => [
      `In \`${w.formula}\`, which operand stands first?`,
      "The order matters for -, / and **.",
      `Compute \`${w.formula}\`, with \`${w.self}\` ${/^r/.test(w.finding.op) ? "as b" : "as a"}.`,
    ],
    page: "confusions/reversed#swapped",
  },
  "wrong-op": {
    title: "It computes something else",
    sentence: (w) => `${w.method} computes \`${w.detail("yours")}\`, not \`${w.formula}\`.${w.numbers}`,
    hints: (w) => [
      "Which operation gives the number that came out?",
      `The data of the result is \`${w.formula}\`.`,
      `Look at the line that makes the result of ${w.method}.`,
    ],
    page: "confusions/formula#wrong-op",
  },
  "forward-wrong": {
    title: "The value is wrong",
    sentence: (w) =>
      `${w.detail("yours") ? `What ${w.method} computes is ${w.codeOf("yours")}.` : w.detail("nearly") ? `${w.method} is nearly right: is a constant rounded?` : `${w.method} gives a wrong value.`}${w.numbers}`,
    hints: (w) => [
      `What is \`${w.finding.example?.call ?? w.formula}\` by hand?`,
      `The data of the result is \`${w.formula}\`.`,
      `Look at the line that makes the result of ${w.method}.`,
    ],
    page: "confusions/formula#forward-wrong",
  },
  "self-vs-data": {
    title: "A Value where its number is meant",
    sentence: (w) =>
      `In ${w.method} a Value stands where a number is needed${w.finding.seen === undefined ? "" : ` (what came out is ${w.seen})`}: write \`${w.detail("bare") || w.self}.data\`, not \`${w.detail("bare") || w.self}\`.`,
    hints: (w) => [
      `What is \`${w.self}\`, and what is \`${w.self}.data\`?`,
      "Functions of mathematics take numbers; a Value holds its number in `data`.",
      `\`${w.self}.data\`${/^(neg|exp|log|tanh)$/.test(w.finding.op) ? "" : " and `other.data`"}`,
    ],
    page: "confusions/data#self-vs-data",
  },
  "mutates-input": {
    title: "An input is changed",
    sentence: (w) =>
      `${w.method} changes the data of an input from ${w.wanted} to ${w.seen}; an operation leaves its inputs as they are.`,
    hints: (w) => [
      "What happens to others that use the same input?",
      "The result is a new Value; the inputs stay.",
      `Assign nothing to \`${w.self}.data\` in ${w.method}.`,
    ],
    page: "confusions/data#mutates-input",
  },
  "lost-child": {
    title: "An input is forgotten",
    sentence: (w) =>
      `The result of ${w.method} does not remember ${w.detail("operand") === "both" ? "its inputs" : `\`${w.operand}\``}: \`backward\` cannot reach what is not among the inputs.`,
    hints: (w) => [
      "From the result, how does backward() find what it was made of?",
      "Every operand belongs among the inputs of the result.",
      w.isPython ? "`Value(..., (self, other))`" : "`new Value(..., [this, other])`",
    ],
    page: "confusions/inputs#lost-child",
  },
  "number-operand": {
    title: "A plain number as operand",
    sentence: (w) =>
      `${w.method} does not take a plain number yet: ${w.example} ${
        w.detail("how") === "missing-return"
          ? `gives ${w.nothing}`
          : typeof w.finding.wanted === "number"
            ? `gives ${w.seen} instead of ${w.wanted}`
            : `stops: ${w.seen}`
      }. Make a Value of \`${w.operand}\` first if it is none.`,
    hints: (w) => [
      `What is \`${w.operand}.data\` when \`${w.operand}\` is the number 2?`,
      "A plain number is a Value without inputs.",
      w.isPython
        ? `\`${w.operand} = ${w.operand} if isinstance(${w.operand}, Value) else Value(${w.operand})\``
        : `\`const b = ${w.operand} instanceof Value ? ${w.operand} : new Value(${w.operand});\``,
    ],
    page: "confusions/numbers#number-operand",
  },
  "sum-from-zero": {
    title: "A sum begins with the number 0",
    sentence: (w) =>
      w.isPython
        ? `\`sum\` begins with the number 0, so the first thing it does is \`0 + a\`: your class needs \`__radd__\`.`
        : `A sum that begins with the number 0 goes wrong: \`add\` has to take a plain number.${w.numbers}`,
    hints: (w) => [
      w.isPython ? "What is the first addition that `sum([a, b])` does?" : "What is added first?",
      w.isPython
        ? "For `0 + a` Python asks the number first, then calls `a.__radd__(0)`."
        : "A plain number is a Value without inputs.",
      w.isPython
        ? "`def __radd__(self, other): return self + other`"
        : "`const b = other instanceof Value ? other : new Value(other);`",
    ],
    page: "confusions/numbers#sum-from-zero",
  },
  "sum-wrong": {
    title: "A sum of several Values is wrong",
    sentence: (w) => `The sum of three Values, ${w.example}, is ${w.seen} instead of ${w.wanted}.`,
    hints: (w) => [
      "Which addition gives the first wrong number?",
      "A sum adds one Value after the other.",
      `Look at \`${w.isPython ? "__add__" : "add"}\`.`,
    ],
  },
  "softmax-wrong": {
    title: "The whole program is wrong",
    sentence: (w) =>
      w.detail("what") === "loss"
        ? `Softmax and the negative log likelihood of [0, 3, -2, 1] give ${w.seen}; it has to be ${w.wanted}.`
        : w.detail("what") === "grad"
          ? `The loss is right, but the gradient of logit ${w.detail("dim")} is ${w.seen} instead of ${w.wanted}.`
          : "Softmax and the negative log likelihood do not get to their end.",
    hints: () => [
      "Which step gives the first wrong number?",
      "The gradient of a logit is its probability, minus 1 for the right answer.",
      "Compute the steps one by one: exp, sum, division, log, minus.",
    ],
    page: "learn/softmax",
  },
  "no-domain-check": {
    title: "No word about numbers it cannot take",
    sentence: (w) =>
      `The logarithm of a negative number gives ${w.seen} without a word; an error would show where it happened.`,
    hints: (w) => [
      "How far does such a result travel before somebody notices?",
      "log(x) needs x > 0.",
      w.isPython
        ? "`assert self.data > 0`"
        : '`if (!(this.data > 0)) throw new Error("log needs a positive number");`',
    ],
    page: "confusions/formula#no-domain-check",
  },
};
