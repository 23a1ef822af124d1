// A small transformer that reads letters and says which comes next.
import { arange } from "@outgrad/engine";
import { Embedding, LayerNorm, Linear, Module, TransformerBlock } from "@outgrad/nn";

const dtype = "float32";

export class Writer extends Module {
  constructor(letters, { context = 64, width = 64, heads = 4, depth = 2, random }) {
    super();
    this.context = context;
    this.letters = new Embedding(letters, width, { random, dtype });
    this.places = new Embedding(context, width, { random, dtype });
    // Letters and places begin small, beside the 1 that layer norms bring everything to.
    for (const { weight } of [this.letters, this.places]) weight.data = weight.data.map((x) => 0.1 * x);
    this.blocks = Array.from(
      { length: depth },
      () =>
        new TransformerBlock(width, heads, {
          dimFeedforward: 4 * width,
          activation: "gelu",
          dropout: 0.1,
          normFirst: true,
          batchFirst: true,
          random,
          dtype,
        }),
    );
    this.norm = new LayerNorm(width, { dtype });
    this.head = new Linear(width, letters, { random, dtype });
  }

  /** Of letters [n, l] the logits of the next one after each, [n, l, letters]. */
  forward(text) {
    const places = this.places.forward(arange(text.shape[1]));
    let x = this.letters.forward(text).add(places);
    for (const block of this.blocks) x = block.forward(x, { isCausal: true });
    return this.head.forward(this.norm.forward(x));
  }
}
