import { scaledDotProductAttention, type Tensor, tensor } from "@outgrad/engine";
import * as nn from "@outgrad/nn";

const dtype = "float32";
const seeded = { seed: 1, dtype } as const;

/** Calls attention with one Tensor as query, key and value. */
export class SelfAttention extends nn.Module<Tensor> {
  readonly attention: nn.MultiheadAttention;
  readonly call: nn.AttentionCall;

  constructor(options: nn.MultiheadAttentionOptions, call: nn.AttentionCall) {
    super();
    this.attention = new nn.MultiheadAttention(8, 2, { ...seeded, ...options });
    this.call = call;
  }

  forward(x: Tensor): Tensor {
    const [y, weights] = this.attention.forward(x, x, x, this.call);
    return weights === undefined ? y : y.add(weights.mean());
  }
}

/** Words, their places, a block, and the scores of the next word. */
export class Transformer extends nn.Module<Tensor> {
  readonly words = new nn.Embedding(11, 8, seeded);
  readonly places = new nn.Embedding(6, 8, seeded);
  readonly block = new nn.TransformerBlock(8, 2, { ...seeded, dimFeedforward: 16, batchFirst: true });
  readonly head = new nn.Linear(8, 11, seeded);

  forward(words: Tensor): Tensor {
    const places = this.places.weight.slice(0, 0, words.shape[1]);
    return this.head.forward(this.block.forward(this.words.forward(words).add(places), { isCausal: true }));
  }
}

/** The outputs of a recurrent layer, or the state after a step of a cell. */
export class Recurrent extends nn.Module<Tensor> {
  readonly layer: nn.GRU | nn.LSTM | nn.RNN | nn.GRUCell | nn.LSTMCell | nn.RNNCell;

  constructor(layer: Recurrent["layer"]) {
    super();
    this.layer = layer;
  }

  forward(x: Tensor): Tensor {
    const y = this.layer.forward(x);
    return Array.isArray(y) ? (y[0] as Tensor) : (y as Tensor);
  }
}

/** What a user writes: ops of Tensors, with two inputs. */
export class Own extends nn.Module<Tensor> {
  readonly scale = tensor([0.5, -1, 2], { dtype, requiresGrad: true });
  readonly center = nn.buffer(tensor([1, 0, -1], { dtype }));

  forward(a: Tensor, b: Tensor): Tensor {
    const x = a
      .sub(this.center)
      .mul(this.scale)
      .add(b.flip(1).slice(1, 0, 3));
    return scaledDotProductAttention(
      x.unsqueeze(1),
      b.unsqueeze(2).mul(x.unsqueeze(1)),
      x
        .unsqueeze(1)
        .pad([1, 0])
        .slice(2, 0, 3)
        .broadcastTo([x.shape[0] as number, 4, 3]),
    )
      .squeeze(1)
      .where(x.gt(-0.5), 0.25);
  }
}
