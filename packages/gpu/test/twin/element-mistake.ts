import { cpu, elementwiseOp, repeated, type Strided, view } from "@outgrad/engine/backend";
import { random } from "@outgrad/engine/random";
import { type Formula, opOf } from "@outgrad/ops";
import { gpuPolicy } from "@outgrad/ops/gpu";
import { partialFormula } from "../../src/kernels/elementwise.js";
import { accepted, accepts } from "./accepted.js";
import { doubled, type Element, type Question } from "./question.js";

/** What is accepted of every formula. */
const close = 7e-7;

/** What is wrong with the numbers of an elementwise op: they may be what ops' tests accept of its formula. */
export function elementMistake(
  question: Question,
  { code, partial }: Element,
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
): string | undefined {
  const { name, partials } = elementwiseOp(code);
  const op = opOf(name);
  const formula = partial === undefined ? op.formula : partialFormula(op.partialFormulas[partial] as Formula);
  const places = partial === undefined ? [0, 1].slice(0, op.args.length) : (partials[partial] ?? []);
  const read = places.map((place) => op.args[place] ?? "y");
  const names = partial === undefined ? read : ["g", ...read];
  const draw = random("errors");
  let columns: ArrayLike<number>[] | undefined;
  for (let i = 0; i < wanted.length; i++) {
    const [is, due] = [found[i] as number, wanted[i] as number];
    if (is === due || (Number.isFinite(due) && Math.abs(is - due) <= close * Math.abs(due))) continue;
    if (Number.isNaN(due) && Number.isNaN(is)) continue;
    columns ??= question.operands.map((x) => spread(x, question));
    const env: Record<string, number> = {};
    names.forEach((each, k) => {
      env[each] = columns?.[k]?.[i] as number;
    });
    Object.keys(op.params).forEach((each, k) => {
      env[each] = (question.options as number[])[k] as number;
    });
    const may = accepted(formula, env, () => draw.uniform(), Object.hasOwn(gpuPolicy.ops, name));
    if (!accepts(may, is)) return `number ${i}, of ${JSON.stringify(env)}, is ${is} instead of ${due}`;
  }
  return undefined;
}

/** The numbers of an operand, one for each of the result. */
function spread(x: Strided, { shape }: Question): ArrayLike<number> {
  const operand = doubled(x);
  return cpu.numbers(view(operand, shape, repeated(operand, shape), operand.offset));
}
