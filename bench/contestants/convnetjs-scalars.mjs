// convnetjs on a net of a few neurons: its layers put together one by one, since its own last layer has no activation. It reports
// twice the squared error and goes down half of it, and divides by the size of the batch.
import convnetjs from "convnetjs";

export function make({ kind, sizes, inputs, targets, parameters, rate }) {
  if (kind !== "squares") throw new Error("squared error only");
  const net = new convnetjs.Net();
  const one = (depth) => ({ in_sx: 1, in_sy: 1, in_depth: depth });
  const dense = sizes
    .slice(1)
    .map((num_neurons, l) => new convnetjs.FullyConnLayer({ ...one(sizes[l]), num_neurons }));
  net.layers = [
    new convnetjs.InputLayer({ out_sx: 1, out_sy: 1, out_depth: sizes[0] }),
    ...dense.flatMap((layer) => [layer, new convnetjs.TanhLayer(one(layer.out_depth))]),
    new convnetjs.RegressionLayer({ ...one(1), num_neurons: 1 }),
  ];
  const batch = inputs.length;
  const trainer = new convnetjs.Trainer(net, {
    learning_rate: 2 * rate * batch,
    momentum: 0,
    batch_size: batch,
  });
  const samples = inputs.map((input) => {
    const sample = new convnetjs.Vol(1, 1, input.length, 0);
    sample.w.set(input);
    return sample;
  });
  const wanted = targets.map((target) => [target]);
  return {
    reset() {
      let used = 0;
      for (const { filters, biases } of dense) {
        filters.forEach(({ w }, i) => {
          w.set(parameters.slice(used, used + w.length));
          used += w.length;
          biases.w[i] = parameters[used++];
        });
      }
    },
    step() {
      let loss = 0;
      for (let i = 0; i < batch; i++) loss += trainer.train(samples[i], wanted[i]).cost_loss / 2;
      return loss;
    },
  };
}
