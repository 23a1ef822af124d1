/** The words of the field that the screens use, each in a sentence or two. */
export const glossary = {
  backward:
    "Walks the graph from the result to the leaves and hands every node its gradient, one chain-rule step at a time.",
  batch:
    "The samples that one update looks at. Small batches update often and noisily, large ones rarely and calmly.",
  complexStep:
    "The derivative as Im f(x + ih) / h, with an imaginary step h. Nothing is subtracted, so no digits cancel: it is right to the last few digits.",
  deadUnit:
    "A ReLU that gives 0 for every training sample: no gradient comes through it, so it cannot learn its way back.",
  dropout:
    "While it trains, each unit is switched off with this probability, at random: the others must not rely on it. Afterwards all are on.",
  epoch: "One pass over all training samples.",
  gradient:
    "How fast the result changes when this number changes: a gradient of −4 means that a nudge of 0.001 moves the result by about −0.004.",
  grader:
    "Tries what you have written with numbers chosen at random, and names the cause of what goes wrong. What only follows from a cause is folded under it.",
  gradcheck:
    "A comparison of a gradient with differences of the function itself. A difference has an error too: where it is too large to decide, the answer is that nobody can tell.",
  kink: "A point where the slope to the left is not the slope to the right, as of |x| at 0. There is no derivative there; engines give one of the two, or what lies between.",
  l1: "A penalty on weights that are not 0: λ times the sum of their sizes is added to the loss. It makes some of them vanish.",
  l2: "A penalty on large weights: λ times the sum of their squares is added to the loss.",
  leaf: "A number that you choose: nothing in the expression computes it.",
  learningRate: "How far an update moves each weight along its gradient.",
  "local slope":
    "How fast one node's output changes when one of its own inputs changes, with everything else held still.",
  loss: "One number that says how wrong the network is. Training makes it smaller.",
  nudge:
    "The definition of a derivative, tried out: change one leaf by a small h and divide the change of the result by h.",
  optimiser: "The rule that turns gradients into updates of the weights.",
  order:
    "Which node passes its gradient on first. Topological: a node waits until all that use it have paid in. A naive recursion does not wait, and sends a gradient that is not finished.",
  path: "One computation can be done in several ways: a new graph each time (eager), the recorded graph once more, node after node (replay), many equal nodes at once in rows (vector), or as machine code (WebAssembly). The numbers agree to the last digits, the speeds do not.",
  relu: "max(0, x): what is negative becomes 0, what is positive stays. The simplest bend that lets layers do more than one straight line.",
  richardson:
    "Symmetric differences with h, h/2 and h/4, put together so that the largest parts of their errors cancel.",
  saturatedUnit:
    "A tanh or sigmoid at the flat end of its curve for every training sample: hardly any gradient comes through.",
  schedule:
    "Changes the learning rate during the training: large steps first, to get near, small ones at the end, to settle.",
  tape: "The list of all nodes in the order in which they were computed. Backward reads it from the end.",
  test: "Samples that training never sees: accuracy on them says whether the network learned or memorised.",
} as const;

export type Word = keyof typeof glossary;
