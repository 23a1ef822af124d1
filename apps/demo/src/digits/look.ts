import { gradients, noGrad, type Tensor } from "@outgrad/engine";
import { crossEntropy, softmax } from "@outgrad/losses";
import { ReLU, type Sequential } from "@outgrad/nn";
import { pictureTensor } from "./data.ts";
import { whileUsed } from "./network.ts";

/** A picture to look at, and the digit that it is wished to be read as. */
export interface View {
  /** Ink from 0 to 16 of 64 pixels. */
  readonly picture: Uint8Array;
  readonly target: number;
}

/** What one layer of neurons says about a picture: of each of `count` units, rows by columns numbers. */
export interface Signals {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** A picture as a network sees it. */
export interface Seen {
  readonly view: View;
  /** The probability of each digit. */
  readonly probabilities: Float32Array;
  /** The loss if the picture were the target. */
  readonly loss: number;
  /** The gradient of that loss with respect to the ink of each pixel, from 0 to 1. */
  readonly gradient: Float32Array;
}

/** What a network has learned, and what its hidden layers find in a picture. */
export interface Inside {
  /** The weights of the first layer: a picture for each unit of an MLP, a filter for each channel of a conv net. */
  readonly weights: Signals;
  /** What each hidden layer says about the picture, after its ReLU. */
  readonly layers: readonly Signals[];
}

/** Looks at a picture, without a trace in the network. */
export function look(network: Sequential, view: View): Seen {
  return whileUsed(network, () => {
    const x = pictureTensor(view.picture);
    x.requiresGrad = true;
    const logits = network.forward(x);
    const loss = crossEntropy(logits, [view.target]);
    const [gradient] = gradients(loss, [x]);
    return {
      view,
      probabilities: numbersOf(softmax(logits)),
      loss: loss.item(),
      gradient: gradient ? numbersOf(gradient) : new Float32Array(view.picture.length),
    };
  });
}

/** Looks inside: at the weights, and at what a picture does to each hidden layer. */
export function lookInside(network: Sequential, { picture }: View): Inside {
  return whileUsed(network, () =>
    noGrad(() => {
      const layers: Signals[] = [];
      let signal = pictureTensor(picture);
      for (const link of network) {
        signal = typeof link === "function" ? link(signal) : link.forward(signal);
        if (link instanceof ReLU) layers.push(signalsOf(signal));
      }
      return { weights: signalsOf(network.parameters()[0] as Tensor, 8), layers };
    }),
  );
}

/** Of a Tensor [1, n], [1, n, rows, columns], [n, pixels] or [n, 1, rows, columns]. */
function signalsOf(tensor: Tensor, side = 1): Signals {
  const { shape } = tensor;
  const [rows, columns] = shape.length === 4 ? shape.slice(2) : [side, side];
  const data = numbersOf(tensor);
  return {
    count: data.length / (rows as number) / (columns as number),
    rows: rows as number,
    columns: columns as number,
    data,
  };
}

const numbersOf = (tensor: Tensor): Float32Array => Float32Array.from(tensor.detach().data);
