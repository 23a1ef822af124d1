import type { OnnxInputs } from "./inputs.js";
import type { Operand, Recorded } from "./recorder.js";
import { differs, merge, type Size, sameShape, sizeOf, Varying } from "./size.js";

/** What a model did once. */
export interface Recording {
  readonly inputs: OnnxInputs;
  readonly ops: readonly Recorded[];
  readonly outputs: readonly (readonly [name: string, operand: Operand])[];
}

/** What an op is applied to, in all recordings. */
export type Source = { readonly shape: readonly Size[] } & (
  | { readonly kind: "result"; readonly at: number }
  | { readonly kind: "leaf"; readonly name: string }
  | { readonly kind: "constant"; readonly numbers: ArrayLike<number> }
  /** One number, everywhere in the shape. */
  | { readonly kind: "uniform"; readonly value: Size }
);

/** An op in all recordings. */
export interface Step {
  readonly op: string;
  readonly isElementwise: boolean;
  readonly options: unknown;
  readonly operands: readonly Source[];
  readonly shape: readonly Size[];
}

/** What a model does, for all sizes of its inputs. */
export interface Program {
  readonly steps: readonly Step[];
  readonly outputs: readonly (readonly [name: string, source: Source])[];
}

/** The recordings as one. Throws a sentence if they did different things. */
export function programOf(recordings: readonly [Recording, ...Recording[]]): Program {
  const [first] = recordings;
  const { length } = first.ops;
  if (recordings.some(({ ops }) => ops.length !== length)) throw differs("how many ops forward applies");
  const steps = first.ops.map((_, i) => stepOf(recordings.map(({ ops }) => ops[i] as Recorded)));
  const outputs = first.outputs.map(([name], i) => {
    const operands = recordings.map(({ outputs }) => outputs[i]?.[1] as Operand);
    if (operands.some((operand) => operand === undefined)) throw differs("what forward returns");
    return [name, sourceOf("what forward returns", operands)] as const;
  });
  return simplified({ steps, outputs });
}

function stepOf(ops: readonly Recorded[]): Step {
  const [{ op, isElementwise, operands }] = ops as readonly [Recorded];
  if (ops.some((other) => other.op !== op || other.operands.length !== operands.length)) {
    throw differs("which ops forward applies");
  }
  return {
    op,
    isElementwise,
    options: merge(
      `what ${op} is told`,
      ops.map(({ options }) => options),
    ),
    operands: operands.map((_, i) =>
      sourceOf(
        `an operand of ${op}`,
        ops.map((each) => each.operands[i] as Operand),
      ),
    ),
    shape: shapeOf(op, ops),
  };
}

const shapeOf = (what: string, found: readonly { shape: readonly number[] }[]): readonly Size[] =>
  merge(
    `the number of dims of ${what}`,
    found.map(({ shape }) => shape),
  ) as readonly Size[];

function sourceOf(what: string, operands: readonly Operand[]): Source {
  const [first] = operands as readonly [Operand];
  const shape = shapeOf(what, operands);
  const isSame = operands.every((other) => {
    if (other.kind === "result") return first.kind === "result" && other.at === first.at;
    return other.kind === "leaf"
      ? first.kind === "leaf" && other.name === first.name
      : first.kind === "constant";
  });
  if (!isSame) throw differs(what);
  if (first.kind !== "constant") return { ...first, shape };
  const lists = operands.map((operand) => (operand as Operand & { kind: "constant" }).numbers);
  if (
    lists.every((list) => list.length > 0 && Array.prototype.every.call(list, (x) => Object.is(x, list[0])))
  ) {
    return { kind: "uniform", value: sizeOf(lists.map((list) => list[0] as number)), shape };
  }
  const isConstant = lists.every(
    (list) =>
      list.length === first.numbers.length &&
      Array.prototype.every.call(list, (x, i) => Object.is(x, first.numbers[i])),
  );
  if (!isConstant || shape.some((size) => size instanceof Varying))
    throw differs(`the array that is ${what}`);
  return { kind: "constant", numbers: first.numbers, shape };
}

/** What a step gives that changes nothing: another format, as a file has only one, or a choice between a thing and itself. */
function idle({ op, shape }: Step, [first, yes, no]: readonly Source[]): Source | undefined {
  if (op === "to") return first;
  const isChoice = op === "where" && yes?.kind === "result" && no?.kind === "result" && yes.at === no.at;
  // A condition of more dims would repeat it.
  return isChoice && sameShape(yes.shape, shape) ? yes : undefined;
}

/** Without steps that change nothing, as an embedding makes them for gradients, and those that nobody needs then. */
function simplified({ steps, outputs }: Program): Program {
  const places: Source[] = [];
  const place = (source: Source): Source =>
    source.kind === "result" ? (places[source.at] as Source) : source;
  const moved = steps.map((step, at): Step => {
    const operands = step.operands.map(place);
    places[at] = idle(step, operands) ?? { kind: "result", at, shape: step.shape };
    return { ...step, operands };
  });
  const results = outputs.map(([name, source]) => [name, place(source)] as const);
  const needed = new Set<number>();
  const need = (source: Source): void => {
    if (source.kind === "result") needed.add(source.at);
  };
  for (const [, source] of results) need(source);
  for (let at = moved.length - 1; at >= 0; at--)
    if (needed.has(at)) (moved[at] as Step).operands.forEach(need);
  const kept = moved.map((_, at) => at).filter((at) => needed.has(at));
  const numbers = new Map(kept.map((at, i) => [at, i]));
  const renumbered = (source: Source): Source =>
    source.kind === "result" ? { ...source, at: numbers.get(source.at) as number } : source;
  return {
    steps: kept.map((at) => {
      const step = moved[at] as Step;
      return { ...step, operands: step.operands.map(renumbered) };
    }),
    outputs: results.map(([name, source]) => [name, renumbered(source)]),
  };
}
