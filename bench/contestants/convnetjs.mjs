// convnetjs: nets of layers over Float64Arrays, sample by sample; its trainer sums a batch's gradients and descends.
import convnetjs from "convnetjs";

/** The layers of a workload; `name` is that of their weights. */
const nets = {
  mlp: [
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 784 },
    { type: "fc", num_neurons: 128, activation: "relu", name: "first" },
    { type: "softmax", num_classes: 10, name: "second" },
  ],
  convnet: [
    { type: "input", out_sx: 28, out_sy: 28, out_depth: 1 },
    { type: "conv", sx: 3, filters: 8, pad: 1, stride: 1, activation: "relu", name: "first" },
    { type: "pool", sx: 2, stride: 2 },
    { type: "conv", sx: 3, filters: 16, pad: 1, stride: 1, activation: "relu", name: "second" },
    { type: "pool", sx: 2, stride: 2 },
    { type: "softmax", num_classes: 10, name: "last" },
  ],
};

/** The filters' numbers in its order, pixel by pixel and for each of them channel by channel. */
function place(weights, filters, [width, height, depth]) {
  const pixels = width * height;
  filters.forEach(({ w }, filter) => {
    for (let channel = 0; channel < depth; channel++) {
      for (let pixel = 0; pixel < pixels; pixel++) {
        w[pixel * depth + channel] = weights.data[(filter * depth + channel) * pixels + pixel];
      }
    }
  });
}

export function make({ kind, inputs, labels, trained, rate }) {
  const defs = nets[kind];
  if (!defs) throw new Error("no layers for it");
  const net = new convnetjs.Net();
  net.makeLayers(defs.map((def) => ({ ...def })));
  const trainer = new convnetjs.Trainer(net, {
    learning_rate: rate,
    momentum: 0,
    batch_size: labels.length,
  });
  const names = defs.map(({ name }) => name).filter(Boolean);
  const weighted = net.layers.filter(({ filters }) => filters);
  const shapes = weighted.map((layer) =>
    layer.layer_type === "conv"
      ? [layer.sx, layer.sy, layer.in_depth]
      : (({ out_sx, out_sy, out_depth }) => [out_sx, out_sy, out_depth])(
          net.layers[net.layers.indexOf(layer) - 1],
        ),
  );
  const size = inputs.x.data.length / labels.length;
  const { out_sx, out_sy, out_depth } = defs[0];
  const samples = labels.map((_, i) => {
    const sample = new convnetjs.Vol(out_sx, out_sy, out_depth, 0);
    sample.w.set(inputs.x.data.subarray(i * size, (i + 1) * size));
    return sample;
  });
  return {
    reset() {
      weighted.forEach((layer, i) => {
        place(trained[`${names[i]}.weight`], layer.filters, shapes[i]);
        layer.biases.w.set(trained[`${names[i]}.bias`].data);
      });
    },
    step() {
      let loss = 0;
      for (let i = 0; i < samples.length; i++) loss += trainer.train(samples[i], labels[i]).cost_loss;
      return loss / samples.length;
    },
  };
}
