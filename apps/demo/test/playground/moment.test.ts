import { describe, expect, it } from "vitest";
import type { Circuit } from "../../src/playground/circuit.ts";
import { type Moment, momentAt, timelineOf } from "../../src/playground/moment.ts";
import { lastPosition } from "../../src/playground/timeline.ts";
import { circuit, seed } from "./circuit.ts";

const byLabel = ({ tape }: Circuit, grads: Moment["grads"]) =>
  Object.fromEntries(tape.filter(({ id }) => grads.has(id)).map(({ id, label }) => [label, grads.get(id)]));

describe("momentAt(seed graph)", () => {
  const graph = circuit(seed.text, seed.leaves);
  const forward = graph.tape.length;

  it("has seven steps forward, and four backward: the result's own gradient and three ops", () => {
    expect(timelineOf(graph)).toEqual({ forward: 7, backward: 4 });
  });

  it("knows nothing at the start and one value more with every step forward", () => {
    for (let position = 0; position <= forward; position++) {
      const { known, grads, current } = momentAt(graph, position);
      expect(known.size).toBe(position);
      expect(grads.size).toBe(0);
      expect(current).toBe(graph.tape[position - 1]);
    }
  });

  it("starts backward with gradient 1 of the result", () => {
    const { grads, current, step } = momentAt(graph, forward + 1);
    expect(byLabel(graph, grads)).toEqual({ L: 1 });
    expect(current?.label).toBe("L");
    expect(step).toBeUndefined();
  });

  it("hands gradients on one op at a time", () => {
    expect(byLabel(graph, momentAt(graph, forward + 2).grads)).toEqual({ L: 1, d: -2, f: 4 });
    expect(byLabel(graph, momentAt(graph, forward + 3).grads)).toEqual({ L: 1, d: -2, f: 4, e: -2, c: -2 });
  });

  it("ends with the lecture's gradients 6, -4, -2, 4", () => {
    const { grads } = momentAt(graph, lastPosition(timelineOf(graph)));
    expect(byLabel(graph, grads)).toEqual({ a: 6, b: -4, c: -2, d: -2, e: -2, f: 4, L: 1 });
  });
});

describe("momentAt after several passes", () => {
  it("ends with what the engine holds: leaves add up, the nodes between do not", () => {
    for (const passes of [1, 2, 3]) {
      const graph = circuit("y = tanh(x*w) + x*0.1", { x: 0.3, w: -1.7 }, passes);
      const { grads } = momentAt(graph, lastPosition(timelineOf(graph)));
      for (const { id, grad } of graph.tape) expect(grads.get(id)).toBe(grad);
    }
  });

  it("starts the last pass with what the passes before left in the leaves", () => {
    const graph = circuit("y = x * x", { x: 3 }, 2);
    expect(byLabel(graph, momentAt(graph, graph.tape.length).grads)).toEqual({ x: 6 });
  });

  it("has no gradients after zeroGrad()", () => {
    const graph = circuit("y = x * x", { x: 3 }, 0);
    expect(momentAt(graph, lastPosition(timelineOf(graph))).grads.size).toBe(0);
  });
});
