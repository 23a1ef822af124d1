import type { Tensor } from "@outgrad/engine";

/**
 * What a recurrent layer does in a step. Its states are lists: the hidden state, and what else it remembers. x and h are
 * the shares of the input and of the hidden state in the gates, [n, gates · hidden], biases included.
 */
export interface RecurrentRule {
  /** How many gates there are, and how many states. */
  readonly gates: number;
  readonly states: readonly ("h" | "c")[];
  /** The names of options that only layers of this kind have. */
  readonly options: readonly string[];
  step(x: Tensor, h: Tensor, states: readonly Tensor[]): readonly Tensor[];
}

/** What an RNN does to its sum. */
export type Nonlinearity = "tanh" | "relu";

/** tanh(x + h). */
export const rnnRule = (nonlinearity: Nonlinearity): RecurrentRule => ({
  gates: 1,
  states: ["h"],
  options: ["nonlinearity"],
  step: (x, h) => [x.add(h)[nonlinearity]()],
});

/** Gates r, z, n: (1 - z) n + z h, where n = tanh(its x + r · its h). */
export const gruRule: RecurrentRule = {
  gates: 3,
  states: ["h"],
  options: [],
  step(x, h, [before]) {
    const [xr, xz, xn] = parts(x, 3);
    const [hr, hz, hn] = parts(h, 3);
    const r = xr.add(hr).sigmoid();
    const z = xz.add(hz).sigmoid();
    const n = xn.add(r.mul(hn)).tanh();
    return [z.mul((before as Tensor).sub(n)).add(n)];
  },
};

/** Gates i, f, g, o: c = f c + i tanh(g), h = o tanh(c). */
export const lstmRule: RecurrentRule = {
  gates: 4,
  states: ["h", "c"],
  options: [],
  step(x, h, [, before]) {
    const [i, f, g, o] = parts(x.add(h), 4);
    const c = f
      .sigmoid()
      .mul(before as Tensor)
      .add(i.sigmoid().mul(g.tanh()));
    return [o.sigmoid().mul(c.tanh()), c];
  },
};

type Gates = readonly [Tensor, Tensor, Tensor, Tensor];

/** The gates, which lie one after the other. */
const parts = (gates: Tensor, count: number): Gates =>
  gates.split((gates.shape.at(-1) as number) / count, -1) as unknown as Gates;
