import { type Formula, type OpName, opOf, partsOf } from "@outgrad/ops";

/** What an op does to its arguments, as people write it: `a * b`, `a ** b`, `tanh(a)`, `leakyRelu(a, slope)`. */
export function statementOf(op: string): Formula {
  const { name, args, params, formula } = opOf(op as OpName);
  const names = [...args, ...Object.keys(params)];
  const read = partsOf(formula).flatMap((part) => (part.kind === "name" ? [part.name] : []));
  const isOneSign =
    (formula.kind === "binary" || formula.kind === "negate") &&
    read.join() === names.join() &&
    partsOf(formula).every((part) => part.kind === "name" || part.kind === "number");
  if (isOneSign) return formula;
  const span = [0, 0] as const;
  return { kind: "call", name, args: names.map((arg) => ({ kind: "name", name: arg, span })), span };
}
