import type { Entries } from "./entry.js";
import type { Words } from "./words.js";

/** The line that a rule should have, for the operand that it is about. */
const line = (w: Words): string => {
  const rule = w.detail("rule");
  const slope = w.code(rule).slice(1, -1);
  const factor = rule === "1" ? "" : /[+-]/.test(rule) ? `(${slope}) * ` : `${slope} * `;
  return `\`${w.operand}.grad += ${factor}out.grad${w.end}\``;
};

const rule = (w: Words): string => `The local slope is ${w.codeOf("rule")}, times \`out.grad\`.`;

/** Rules that send the wrong gradient, or none. */
export const gradients: Entries = {
  "no-backward": {
    title: "No gradient comes back",
    sentence: (w) =>
      w.finding.op === "constructor"
        ? "A new Value has no `_backward`: `backward` runs the rule of every Value, so a leaf needs one that does nothing."
        : w.detail("kept")
          ? `${w.method} gives its rule to an input, not to the result: it has to be \`out._backward\`.${w.gradients}`
          : w.detail("idle")
            ? `The rule of ${w.method} changes no gradient of its inputs: \`+=\` adds to one, \`+\` alone does not.${w.gradients}`
            : `${w.method} sends no gradient to its inputs: give its result a rule, \`out._backward\`.${w.gradients}`,
    hints: (w) => ["How does the gradient of the result get to the inputs?", rule(w), line(w)],
    page: "confusions/no-rule#no-backward",
  },
  "backward-not-function": {
    title: "The rule is called instead of kept",
    sentence: (w) =>
      `\`out._backward\` of ${w.method} is not a function: assign the function itself, ${w.isPython ? "`out._backward = _backward` without brackets" : "`out._backward = () => { ... }`"}, and do not call it yet.`,
    hints: (w) => [
      "When should the rule run: now, or when backward() comes by?",
      "A name with brackets calls the function; the name alone is the function.",
      w.isPython ? "`out._backward = _backward`" : "`out._backward = () => { ... };`",
    ],
    page: "confusions/no-rule#backward-not-function",
  },
  "one-side-only": {
    title: "One operand gets nothing",
    sentence: (w) =>
      `${w.method} sends no gradient to ${w.whose}${w.detail("target") ? ": both lines of its rule add to the other operand" : ""}.${w.gradients}`,
    hints: (w) => [
      `How many inputs does \`${w.formula}\` have, and how many does your rule serve?`,
      rule(w),
      line(w),
    ],
    page: "confusions/no-rule#one-side-only",
  },
  "no-chain": {
    title: "The chain rule is missing",
    sentence: (w) =>
      w.detail("divides")
        ? `The rule of ${w.method} divides by \`out.grad\` or by its slope for ${w.whose}; the chain rule multiplies them.${w.gradients}`
        : w.detail("sum")
          ? `The rule of ${w.method} adds \`out.grad\` to the local slope for ${w.whose}; it has to multiply them.${w.gradients}`
          : `The rule of ${w.method} sends only ${w.detail("yours") ? w.codeOf("yours") : "its local slope"} to ${w.whose}: multiply it by \`out.grad\`.${w.gradients}`,
    hints: (w) => [
      "What if the result is used further on, and its gradient is not 1?",
      "The chain rule: local slope times the gradient of the result.",
      line(w),
    ],
    page: "confusions/chain-rule#no-chain",
  },
  "chain-uses-own-grad": {
    title: "The gradient of the wrong Value",
    sentence: (w) =>
      `The rule of ${w.method} multiplies by ${w.detail("uses") === "other" ? "the other operand's gradient" : `\`${w.operand}.grad\``}; what comes from above is \`out.grad\`.${w.gradients}`,
    hints: (w) => [
      "Where does the gradient come from: from the inputs, or from the result?",
      "Gradients flow from the result to its inputs.",
      line(w),
    ],
    page: "confusions/chain-rule#chain-uses-own-grad",
  },
  "wrong-target": {
    title: "The gradient goes to the wrong Value",
    sentence: (w) =>
      w.detail("target") === "out"
        ? `The rule of ${w.method} adds to \`out.grad\`; the gradient belongs to ${w.whose}.${w.gradients}`
        : `The rule of ${w.method} changes \`${w.operand}.data\`; the gradient belongs in \`${w.operand}.grad\`.${w.gradients}`,
    hints: (w) => [
      "Whose gradient stands on the left of each `+=`?",
      "Each input gets its own share.",
      line(w),
    ],
    page: "confusions/chain-rule#wrong-target",
  },
  "overwrites-grad": {
    title: "A gradient is overwritten",
    sentence: (w) =>
      w.finding.op === "backward"
        ? "Your `backward` overwrites gradients with `=`: what comes by several paths has to be added up with `+=`."
        : w.detail("multiplies")
          ? `The rule of ${w.method} multiplies the gradient of ${w.whose}; shares have to be added, with \`+=\`.${w.gradients}`
          : `The rule of ${w.method} overwrites the gradient of ${w.whose} with \`=\`; a Value that is used twice loses a path. Add with \`+=\`.${w.gradients}`,
    hints: (w) => [
      "What if the same Value is used in two places?",
      "Gradients that come by several paths add up.",
      w.finding.op === "backward" ? `\`+=\` where you write a gradient` : line(w),
    ],
    page: "confusions/overwrite#overwrites-grad",
  },
  "same-node-twice": {
    title: "The same Value on both sides",
    sentence: (w) =>
      `With the same Value on both sides, ${w.example}, its gradient becomes ${w.seen} instead of ${w.wanted}: both paths have to arrive.`,
    hints: (w) => [
      "How many paths lead from the result to `a`?",
      "Each operand adds its share, one after the other.",
      line(w),
    ],
    page: "confusions/overwrite#same-node-twice",
  },
  "grad-sign": {
    title: "The sign of a gradient is wrong",
    sentence: (w) =>
      `The gradient that ${w.method} sends to ${w.whose} has the wrong sign: its slope is ${w.codeOf("rule")}.${w.gradients}`,
    hints: (w) => [`Does \`${w.formula}\` grow or fall when ${w.whose} grows?`, rule(w), line(w)],
    page: "confusions/local-slope#grad-sign",
  },
  "swapped-grads": {
    title: "The two slopes are exchanged",
    sentence: (w) =>
      `The rule of ${w.method} gives ${w.whose} the slope of the other operand: it should be ${w.codeOf("rule")}.${w.gradients}`,
    hints: (w) => [`How much does \`${w.formula}\` change when only ${w.whose} changes?`, rule(w), line(w)],
    page: "confusions/local-slope#swapped-grads",
  },
  "pow-no-k": {
    title: "The factor k is missing",
    sentence: (w) =>
      `The slope of a power is ${w.codeOf("rule")}; yours is without the factor k.${w.gradients}`,
    hints: (w) => ["What is the derivative of x³?", rule(w), line(w)],
    page: "confusions/local-slope#pow-no-k",
  },
  "pow-exponent": {
    title: "The exponent is not k - 1",
    sentence: (w) => `The slope of a power is ${w.codeOf("rule")}; yours has another exponent.${w.gradients}`,
    hints: (w) => ["What is the derivative of x³?", rule(w), line(w)],
    page: "confusions/local-slope#pow-exponent",
  },
  "grad-uses-in": {
    title: "The slope is made of the wrong number",
    sentence: (w) => slopes(w),
    hints: (w) => [
      `What is the derivative of \`${w.formula}\`: does it need what went in, or what came out?`,
      rule(w),
      line(w),
    ],
    page: "confusions/local-slope#grad-uses-in",
  },
  "grad-uses-out": {
    title: "The slope is made of the result",
    sentence: (w) => slopes(w),
    hints: (w) => [
      `What is the derivative of \`${w.formula}\`: does it need what went in, or what came out?`,
      rule(w),
      line(w),
    ],
    page: "confusions/local-slope#grad-uses-out",
  },
  "grad-wrong": {
    title: "The slope is another one",
    sentence: (w) =>
      w.finding.op === "backward"
        ? `\`backward\` changes gradients on the way: one is ${w.seen} where ${w.wanted} should be.`
        : slopes(w),
    hints: (w) => [
      `How much does \`${w.formula}\` change when ${w.whose} changes a little?`,
      rule(w),
      line(w),
    ],
    page: "confusions/local-slope#grad-wrong",
  },
};

const slopes = (w: Words): string =>
  `${w.detail("yours") ? `Your slope of ${w.method} for ${w.whose} is ${w.codeOf("yours")}; ` : `The slope of ${w.method} for ${w.whose} is wrong; `}the rule is ${w.codeOf("rule")}.${w.gradients}`;
