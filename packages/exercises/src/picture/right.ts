import { expression, type Value } from "@outgrad/engine";
import { type OpName, opOf } from "@outgrad/ops";
import type { PictureNode } from "./picture.js";
import type { PictureProgram } from "./programs.js";

/** A program as the reference engine computes it, in the order of the computation. */
export function rightOf({ text, at }: PictureProgram): readonly PictureNode[] {
  const { result } = expression(text).run(at);
  result.backward();
  const tape = tapeOf(result);
  const place = new Map(tape.map(({ id }, i) => [id, i]));
  return tape.map(({ label, op, data, grad, inputs, params, isConstant }) => {
    const slopes = op === "" ? [] : slopesOf(op, [...inputs.map((input) => input.data), ...params, data]);
    return {
      name: label,
      op,
      data,
      grad,
      inputs: inputs.map((input, i) => ({
        node: place.get(input.id) as number,
        slope: input.isConstant ? 0 : (slopes[i] as number),
      })),
      isConstant,
    };
  });
}

const slopesOf = (op: OpName, numbers: readonly number[]): number[] =>
  opOf(op).partials.map((partial) => partial(...numbers));

/** Everything that a Value was computed from, inputs first. */
function tapeOf(result: Value): readonly Value[] {
  const found = new Map<number, Value>();
  const waiting = [result];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (found.has(node.id)) continue;
    found.set(node.id, node);
    waiting.push(...node.inputs);
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}
