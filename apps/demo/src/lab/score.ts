/** How well a network does on a set of samples. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** The network measured after an epoch; epoch 0 is before any training. */
export interface Measurement {
  readonly epoch: number;
  readonly train: Score;
  readonly test: Score;
}
