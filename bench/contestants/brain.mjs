// brain.js: its steps go down half the squared error of one sample, so its rate is twice that of the program.
import brain from "brain.js";

export function make({ kind, sizes, inputs, targets, parameters, rate }) {
  if (kind !== "squares" || inputs.length !== 1) throw new Error("one sample and squared error only");
  const net = new brain.NeuralNetwork({ activation: "tanh", hiddenLayers: sizes.slice(1, -1) });
  net.sizes = sizes;
  net.initialize();
  Object.assign(net.trainOpts, { learningRate: 2 * rate, momentum: 0 });
  const sample = { input: Float32Array.from(inputs[0]), output: Float32Array.of(targets[0]) };
  return {
    reset() {
      let used = 0;
      for (let layer = 1; layer < sizes.length; layer++) {
        for (let neuron = 0; neuron < sizes[layer]; neuron++) {
          for (let k = 0; k < sizes[layer - 1]; k++) net.weights[layer][neuron][k] = parameters[used++];
          net.biases[layer][neuron] = parameters[used++];
        }
      }
    },
    step: () => net.trainPattern(sample, true),
  };
}
