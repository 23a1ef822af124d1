import { indicesElsewhere } from "@outgrad/engine/backend";
import type { Program, Source, Step } from "./program.js";

/** Ops that only arrange numbers. */
const arranging = new Set(["reshape", "permute", "slice", "broadcastTo"]);

/** The inputs, by these names, that are used as indices only, and the steps that arrange them: ONNX's indices are integers. */
export function integersIn(
  { steps, outputs }: Program,
  names: readonly string[],
): { readonly inputs: readonly string[]; readonly steps: ReadonlySet<Step> } {
  const others = new Set<string>(outputs.map(([, source]) => keyOf(source)));
  const indices = new Set<string>();
  const isIndex = (key: string): boolean => indices.has(key) && !others.has(key);
  steps.toReversed().forEach((step, i) => {
    const arranges = arranging.has(step.op) && isIndex(`result ${steps.length - 1 - i}`);
    step.operands.forEach((operand, place) => {
      const isComputed = indicesElsewhere(step.options) !== undefined && place === step.operands.length - 1;
      (arranges || isComputed ? indices : others).add(keyOf(operand));
    });
  });
  const inputs = names.filter((name) => isIndex(`leaf ${name}`));
  const integers = new Set(inputs.map((name) => `leaf ${name}`));
  const arranged = steps.filter(({ op, operands }, at) => {
    const isInteger =
      arranging.has(op) && integers.has(keyOf(operands[0] as Source)) && isIndex(`result ${at}`);
    if (isInteger) integers.add(`result ${at}`);
    return isInteger;
  });
  return { inputs, steps: new Set(arranged) };
}

const keyOf = (source: Source): string =>
  source.kind === "result" ? `result ${source.at}` : source.kind === "leaf" ? `leaf ${source.name}` : "";
