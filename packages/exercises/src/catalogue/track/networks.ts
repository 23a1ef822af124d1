import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

const neuron = "learn/neuron";

/** Neurons, layers and networks. */
export const networks: Entries = {
  "no-bend": entry(
    "Without the tanh",
    (w) => `${named(w)} gives the weighted sum; the tanh is missing.`,
    [
      "What can many layers of straight lines make together?",
      "The sum goes through tanh at the end.",
      "`.tanh()`",
    ],
    neuron,
  ),
  "bias-forgotten": entry(
    "The bias is forgotten",
    (w) => `${named(w)} does not add its bias.`,
    ["What comes out when all inputs are 0?", "Begin the sum with the bias.", "Start from `b`."],
    neuron,
  ),
  "bias-outside": entry(
    "The bias comes too late",
    (w) => `${named(w)} adds its bias after the tanh; it belongs to the sum.`,
    [
      "Can what comes out be larger than 1?",
      "First the whole sum, then the tanh.",
      "Start the sum from `b`.",
    ],
    neuron,
  ),
  "bias-each": entry(
    "The bias is added once for each input",
    (w) => `${named(w)} adds its bias to every product; once is enough.`,
    [
      "How often does b stand in the formula?",
      "The bias stands outside the sum over the inputs.",
      "Start the sum from `b`.",
    ],
    neuron,
  ),
  "bias-sign": entry(
    "The bias is subtracted",
    (w) => `${named(w)} subtracts its bias.`,
    ["Which sign has b in the formula?", "The bias is added.", "Start the sum from `b`."],
    neuron,
  ),
  "bend-each": entry(
    "The tanh of every product",
    (w) => `${named(w)} takes the tanh of every product; it is taken once, of the whole sum.`,
    [
      "How often does tanh stand in the formula?",
      "First the whole sum, then the tanh.",
      "`.tanh()` of the sum",
    ],
    neuron,
  ),
  "adds-inputs": entry(
    "Added instead of multiplied",
    (w) => `${named(w)} adds weights and inputs; each input is multiplied by its weight.`,
    ["What does a weight of 0 do to its input?", "Products, summed.", "`weight * input`"],
    neuron,
  ),
  "last-input-only": entry(
    "Only the last input counts",
    (w) => `In ${named(w)} only the last input counts: the sum begins anew in each round.`,
    [
      "What is in the sum after each round of the loop?",
      "A sum grows: the old one plus the product.",
      "`sum = sum + w * x`",
    ],
    neuron,
  ),
  "first-input-only": entry(
    "Only the first input counts",
    (w) => `In ${named(w)} only the first input counts: the loop ends after its first round.`,
    [
      "In which line does the loop end?",
      "Return after the loop, not in it.",
      "Move `return` out of the loop.",
    ],
    neuron,
  ),
  "numbers-as-inputs": entry(
    "Plain numbers as inputs",
    (w) => `${named(w)} gives something else for plain numbers than for Values.`,
    [
      "What are the inputs of the first layer?",
      "weight times input works for both, if the weight comes first.",
      "`weight * x`, and not `x * weight`",
    ],
    "confusions/numbers",
  ),
  "weights-alike": entry(
    "All weights begin alike",
    (w) => `All weights of a new ${named(w)} are ${w.seen}: neurons that begin alike stay alike.`,
    [
      "What is the gradient of two neurons with the same weights?",
      "Random numbers between -1 and 1.",
      "a random number for each weight",
    ],
    neuron,
  ),
  "not-the-parameters": {
    title: "parameters() gives other Values",
    sentence: (w) =>
      `\`parameters()\` of ${named(w)} has to give the very Values that it computes with: training changes these.`,
    hints: () => [
      "If training changes what `parameters()` gives, does the neuron notice?",
      "The same objects, no copies, and all of them.",
      "Weights and bias, as they are.",
    ],
    page: neuron,
  },
  "same-neuron": {
    title: "The same neuron several times",
    sentence: (w) =>
      `The neurons of ${named(w)} are one and the same, several times over: each has to be made by itself.`,
    hints: (w) => [
      "How many neurons have you made?",
      w.isPython
        ? "`[Neuron(n)] * 4` is one neuron, four times."
        : "`fill(new Neuron(n))` is one neuron, several times.",
      w.isPython ? "`[Neuron(nin) for _ in range(nout)]`" : "a loop that makes one in each round",
    ],
    page: "learn/mlp",
  },
  "neurons-order": entry(
    "The neurons are in reverse order",
    (w) => `${named(w)} gives what its neurons say in reverse order.`,
    ["Which neuron speaks first?", "In the order of `neurons`.", "Go through the list from its beginning."],
    "learn/mlp",
  ),
  "first-layer-only": entry(
    "Only the first layer is used",
    (w) => `${named(w)} gives what its first layer says: the loop over the layers ends too early.`,
    [
      "In which line does the loop end?",
      "Return after the loop, not in it.",
      "Move `return` out of the loop.",
    ],
    "learn/mlp",
  ),
  "input-to-all": entry(
    "Every layer gets the first input",
    (w) =>
      `In ${named(w)} every layer gets the network's input; from the second on they have to get what the layer before said.`,
    [
      "What does layer 2 hear?",
      "What one says is what the next one hears.",
      "`x = layer(x)`, again and again",
    ],
    "learn/mlp",
  ),
  "layers-reversed": entry(
    "The layers are in reverse order",
    (w) => `${named(w)} goes through its layers from the last to the first.`,
    ["Which layer sees the input?", "In the order of `layers`.", "Go through the list from its beginning."],
    "learn/mlp",
  ),
  "layers-cut": entry(
    "Gradients end at a layer",
    (w) => `In ${named(w)} gradients do not get behind the last layer: it is given plain numbers.`,
    [
      "What is handed from layer to layer?",
      "Values, not their `data`.",
      "Hand on what the layer gives, as it is.",
    ],
    "confusions/data",
  ),
};
