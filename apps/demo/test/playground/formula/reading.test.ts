import { describe, expect, it } from "vitest";
import { circuitOfGraph } from "../../../src/playground/circuit.ts";
import { programOf } from "../../../src/playground/formula/program-of.ts";
import { compared, type Reading, read } from "../../../src/playground/formula/reading.ts";
import { presets } from "../../../src/playground/presets/index.ts";
import { circuit } from "../circuit.ts";

const preset = (wanted: string) => {
  const { text, leaves } = presets.find(({ id }) => id === wanted) as (typeof presets)[number];
  return circuit(text, leaves);
};

/** What is there after some steps of reading. */
function readIn(steps: number, of: ReturnType<typeof circuit>): Reading | undefined {
  const work = read(of, programOf(of), [...of.leaves.keys()]);
  let newest: Reading | undefined;
  for (let i = 0; i < steps; i++) newest = work.next().value ?? newest;
  return newest;
}

const whole = (of: ReturnType<typeof circuit>) => readIn(of.leaves.size + 1, of);
const sentences = (reading: Reading | undefined, of: Parameters<typeof compared>[1]) =>
  compared(reading, of, [...of.leaves.keys()]).map(({ sentence }) => sentence);

describe("compared", () => {
  it("shows nothing of the program before while a slow read(...) of the next goes on", () => {
    const [before, next] = [preset("softmax"), preset("overflow")];
    const reading = whole(before);
    expect(sentences(reading, before)).toHaveLength(before.leaves.size);
    expect(readIn(next.leaves.size, next)).toBeUndefined();
    expect(sentences(reading, next)).toEqual([]);
    expect(sentences(whole(next), next)).toHaveLength(next.leaves.size);
  });

  it("shows nothing of another program whose names are the same", () => {
    const [sum, product] = [circuit("y = a + b", { a: 2, b: 3 }), circuit("y = a * b", { a: 2, b: 3 })];
    expect(sentences(whole(sum), product)).toEqual([]);
    expect(sentences(whole(product), product)).toEqual([
      "Here it is 3, to the last bit what backward says.",
      "Here it is 2, to the last bit what backward says.",
    ]);
  });

  it("computes anew with moved leaves what was read, of a recorded program too", () => {
    const [here, there] = [circuit("y = a * a", { a: 2 }), circuit("y = a * a", { a: 5 })];
    const moved = ["Here it is 10, to the last bit what backward says."];
    expect(sentences(whole(here), there)).toEqual(moved);
    const [first, second] = [here, there].map(({ graph }) => circuitOfGraph(graph, 1)) as [
      ReturnType<typeof circuitOfGraph>,
      ReturnType<typeof circuitOfGraph>,
    ];
    const reading = [...read(first, programOf(first), ["a"])].at(-1);
    expect(sentences(reading, second)).toEqual(moved);
  });

  it("leaves out leaves that are not asked for", () => {
    const of = circuit("y = a * b", { a: 2, b: 3 });
    expect(compared(whole(of), of, ["b"]).map(({ entry }) => entry.derivative.leaf)).toEqual(["b"]);
  });
});
