import type { Entries } from "./entry.js";

/** The constructor, and the walk of backward(). */
export const engine: Entries = {
  "no-data": {
    title: "The number is not kept",
    sentence: (w) =>
      `A new Value does not hold its number: after ${w.example} its \`data\` is ${w.seen}${w.finding.wanted === undefined ? "" : `, not ${w.wanted}`}.`,
    hints: (w) => [
      "Where does the number go that the constructor is given?",
      "Fields are kept with the Value; names of the constructor are gone when it ends.",
      `\`${w.self}.data = data${w.end}\``,
    ],
    page: "confusions/constructor#no-data",
  },
  "no-grad": {
    title: "There is no gradient to add to",
    sentence: (w) =>
      `A new Value has no number in \`grad\` (there is ${w.seen}): it has to begin with 0, so that gradients can be added.`,
    hints: (w) => [
      "What is `grad` before the first `+=`?",
      "A sum begins with 0.",
      `\`${w.self}.grad = 0${w.end}\``,
    ],
    page: "confusions/constructor#no-grad",
  },
  "grad-not-zero": {
    title: "The gradient does not begin with 0",
    sentence: (w) =>
      `A new Value begins with the gradient ${w.seen}; it has to be 0, since nothing depends on it yet.`,
    hints: (w) => [
      "What is the gradient of a Value that nothing uses?",
      "A sum begins with 0.",
      `\`${w.self}.grad = 0${w.end}\``,
    ],
    page: "confusions/constructor#grad-not-zero",
  },
  "no-children": {
    title: "The inputs are dropped",
    sentence: () =>
      "No result remembers the Values that it is made of: the constructor has to keep them, or `backward` finds no way back.",
    hints: (w) => [
      "What does the constructor do with the inputs that it is given?",
      "backward() walks from the result to its inputs.",
      w.isPython ? "`self._prev = _children`" : "`this._prev = _children;`",
    ],
    page: "confusions/inputs#no-children",
  },
  "set-of-inputs": {
    title: "Inputs in a set",
    sentence: () =>
      "The inputs are kept in a set: that works, but `a + a` keeps only one edge, and the order of the operands is lost when you draw the graph.",
    hints: (w) => [
      "How many edges does the graph of `a + a` have?",
      "A set holds each thing once, in no order.",
      w.isPython ? "a tuple: `self._prev = _children`" : "an array: `this._prev = children;`",
    ],
    page: "confusions/inputs#set-of-inputs",
  },
  "no-seed": {
    title: "Nothing to begin with",
    sentence: (w) =>
      `\`backward\` never sets \`${w.self}.grad\` to 1 before it begins, so every gradient stays 0.`,
    hints: (w) => [
      "What is the gradient of the result with respect to itself?",
      "It begins with 1, at the result.",
      `\`${w.self}.grad = 1${w.end}\``,
    ],
    page: "confusions/seed#no-seed",
  },
  seed: {
    title: "It begins with the wrong number",
    sentence: (w) =>
      `\`backward\` has to begin with the gradient 1 at the result; yours begins with ${w.seen}.`,
    hints: (w) => [
      "What is the gradient of the result with respect to itself?",
      "It begins with 1, at the result.",
      `\`${w.self}.grad = 1${w.end}\``,
    ],
    page: "confusions/seed#seed",
  },
  "seed-late": {
    title: "It begins too late",
    sentence: (w) =>
      `\`backward\` sets \`${w.self}.grad\` to 1 only when the walk is over: do it before the first rule runs.`,
    hints: (w) => [
      "What is the gradient of the result when the first rule runs?",
      "First the 1 at the result, then the walk.",
      `\`${w.self}.grad = 1${w.end}\` before the loop`,
    ],
    page: "confusions/seed#seed-late",
  },
  "seeds-all": {
    title: "Every Value begins with 1",
    sentence: () =>
      "`backward` gives every Value the gradient 1 to begin with; only the result has 1, the others have 0.",
    hints: (w) => [
      "Which Value has the gradient 1 for sure?",
      "Only the result; what the others have comes from it.",
      `\`${w.self}.grad = 1${w.end}\`, outside the loop`,
    ],
    page: "confusions/seed#seeds-all",
  },
  order: {
    title: "The walk goes the wrong way",
    sentence: () =>
      "`backward` runs the rules from the inputs to the result, so they pass on gradients that have not come yet: go through the list from its other end.",
    hints: (w) => [
      "Who has a gradient at the beginning?",
      "The result first, then its inputs, and so on.",
      w.isPython ? "`for node in reversed(topo):`" : "`for (const node of topo.reverse())`",
    ],
    page: "confusions/order#order",
  },
  topo: {
    title: "A Value passes on too early",
    sentence: () =>
      "In `backward` a Value passes its gradient on before all that use it have added theirs: a long and a short path need a topological order.",
    hints: () => [
      "When is the gradient of a Value complete?",
      "A node comes after all of its users: append it after its inputs, then walk the list in reverse.",
      "visit the inputs first, then append the node",
    ],
    page: "confusions/order#topo",
  },
  "visits-twice": {
    title: "A rule runs more than once",
    sentence: () =>
      "`backward` runs the rule of a Value once for every path to it; once is enough, when its gradient is complete. Remember which Values have been visited.",
    hints: (w) => [
      "How often is a Value met that two others use?",
      "Each node once: keep a set of those that have been visited.",
      w.isPython ? "`if v not in visited: visited.add(v)`" : "`if (!visited.has(v)) visited.add(v);`",
    ],
    page: "confusions/order#visits-twice",
  },
  chain: {
    title: "The walk stops too early",
    sentence: (w) =>
      w.detail("reached") === "0"
        ? "`backward` never runs the rules of the Values: call each node's `_backward`."
        : "`backward` does not reach every Value that the result depends on.",
    hints: (w) => [
      "Which Values does the walk meet?",
      "All inputs, and all of their inputs, down to the leaves.",
      w.isPython
        ? "`for node in reversed(topo): node._backward()`"
        : "`for (const node of topo.reverse()) node._backward();`",
    ],
    page: "confusions/chain-rule#chain",
  },
  "clears-grad": {
    title: "A gradient is cleared on the way",
    sentence: (w) =>
      `\`backward\` takes away gradients that are still needed: one is ${w.seen} where ${w.wanted} had come together.`,
    hints: () => [
      "When is a gradient complete, and when has it been used?",
      "Clear gradients before the walk, never between.",
      "set gradients to 0 before the 1 at the result",
    ],
    page: "confusions/backward-twice#clears-grad",
  },
  "interior-not-reset": {
    title: "A second backward() counts the first again",
    sentence: (w) =>
      `After a second \`backward\` a leaf has ${w.seen}, not twice ${w.show(Number(w.finding.wanted) / 2)}: the Values between still hold the gradients of the first.`,
    hints: () => [
      "What is in the gradients between when the second walk begins?",
      "Gradients between belong to one walk; only those of leaves add up.",
      "set the gradients of all that have inputs to 0 before the walk",
    ],
    page: "confusions/backward-twice#interior-not-reset",
  },
  "deep-graph": {
    title: "Deep graphs are too much for the stack",
    sentence: (w) =>
      `\`backward\` calls itself for every step of the graph: a chain of ${w.isPython ? "about 1000" : "some thousand"} Values overflows the stack. A list of what is still to visit does not.`,
    hints: () => [
      "How deep may functions call each other?",
      "A stack of your own, in a list, has no such end.",
      "push, look at the last, pop when its inputs are done",
    ],
    page: "confusions/deep#deep-graph",
  },
};
