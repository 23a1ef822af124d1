import { type OpName, opOf } from "@outgrad/ops";

/** The local derivatives of an op at these numbers, one per argument: dy/d(argument), before any chain rule. */
export function localSlopes(
  op: string,
  inputs: readonly number[],
  params: readonly number[],
  y: number,
): readonly number[] {
  return opOf(op as OpName).partials.map((partial) => partial(...inputs, ...params, y));
}
