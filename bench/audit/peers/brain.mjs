// brain.js has no gradient of a function of one's own, only nets that train. One neuron with weight 1 and bias 0 is its activation,
// and with an error of 1 its delta is the activation's derivative.
import brain from "brain.js";
import { NoSuchOp } from "../lib/vocabulary.mjs";

const activations = { relu: "relu", leakyRelu: "leaky-relu", tanh: "tanh", sigmoid: "sigmoid" };

// Its arrays are Float32Arrays.
export const bits = 32;

export function gradient({ layer, at: [x] }) {
  const activation = activations[layer];
  if (!activation) throw new NoSuchOp("nets only");
  const net = new brain.NeuralNetwork({ activation, hiddenLayers: [], leakyReluAlpha: 0.01 });
  net.sizes = [1, 1];
  net.initialize();
  net.weights[1][0][0] = 1;
  net.biases[1][0] = 0;
  const [value] = net.runInput([x]);
  net.calculateDeltas([value + 1]);
  return { value, grads: [net.deltas[1][0]] };
}
