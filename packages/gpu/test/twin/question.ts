import { type Backend, cpu, elementwiseOp, type Indices, type Shape, Strided } from "@outgrad/engine/backend";

/** An op that the CPU was asked for. */
export interface Call {
  /** The op's name; of the partial number i of tanh it is tanh'i. */
  readonly name: string;
  /** Calls of the same kind have the same kernel. */
  kind(): string;
  readonly operands: readonly Strided[];
  /** Of the result. */
  readonly shape: Shape;
  readonly options: unknown;
  /** Where an elementwise op stands in its table, and which partial it is. */
  readonly element?: Element;
  ask(backend: Backend, operands: readonly Strided[], options: unknown): Strided;
}

export interface Element {
  readonly code: number;
  readonly partial: number | undefined;
}

/** Such a call with operands and options of its own, rounded to float32. */
export interface Question extends Call {
  /** What a backend says to that. */
  answer(backend: Backend, operands: readonly Strided[]): Strided;
}

/** An elementwise op, or a partial of one. */
export function elementwiseCall(
  element: Element,
  shape: Shape,
  params: readonly number[],
  operands: readonly Strided[],
): Call {
  const { code, partial } = element;
  const op = elementwiseOp(code).name;
  const name = partial === undefined ? op : `${op}'${partial}`;
  return {
    name,
    kind: () => `${name} ${JSON.stringify([shape, operands.map(layout)])}`,
    operands,
    shape,
    options: params,
    element,
    ask(backend, [first, ...rest], given) {
      const numbers = given as readonly number[];
      if (partial === undefined) return backend.elementwise(code, shape, numbers, first as Strided, rest[0]);
      return backend.partial(code, partial, shape, numbers, first as Strided, rest);
    },
  };
}

/** An op on shapes. */
export const shapeCall = (
  name: string,
  operands: readonly Strided[],
  shape: Shape,
  options: unknown,
): Call => ({
  name,
  kind: () => `${name} ${JSON.stringify(operands.map(layout))} ${written(options)}`,
  operands,
  shape,
  options,
  ask: (backend, given, own) => backend.run(name, given, shape, own),
});

const layout = ({ shape, strides, offset, contiguous }: Strided) =>
  contiguous ? [shape, offset > 0] : [shape, strides, offset > 0];

/** Options without what may differ from call to call of one kernel. */
const written = (options: unknown): string | undefined =>
  JSON.stringify(options, (key, value) => (key === "index" ? (value as Indices).shape : value));

/** What the call asked, to be asked again later. */
export function questionOf(call: Call): Question {
  const options = call.element ? (call.options as number[]).map(Math.fround) : kept(call.options);
  return {
    ...call,
    operands: call.operands.map(rounded),
    options,
    answer: (backend, operands) => call.ask(backend, operands, options),
  };
}

/** Options as they are now: of indices that a compiled function fills again and again, those of this run. */
function kept(options: unknown): unknown {
  const index = (options as { readonly index?: Indices } | undefined)?.index;
  return index?.vary ? { ...(options as object), index: { ...index, data: index.data.slice() } } : options;
}

/** The same numbers in float32, in an array of their own; they lie as they lay, and begin where they began if that is near. */
function rounded(x: Strided): Strided {
  const [low, high] = reach(x);
  const from = x.size === 0 ? x.offset : high < 4 * x.size + 64 ? 0 : low;
  const data = Float32Array.from(x.size === 0 ? [] : x.data.subarray(from, high + 1));
  return new Strided(data, "float32", x.shape, x.strides, x.offset - from, x.size, x.contiguous);
}

/** The first and the last place of an array that is read. */
function reach({ shape, strides, offset, size }: Strided): readonly [number, number] {
  let [low, high] = [offset, offset];
  if (size === 0) return [low, high];
  shape.forEach((length, dim) => {
    const last = (length - 1) * (strides[dim] as number);
    if (last < 0) low += last;
    else high += last;
  });
  return [low, high];
}

/** The same numbers, or what `change` makes of them, in float64. */
export const doubled = (x: Strided, change: (x: number) => number = (each) => each): Strided =>
  new Strided(
    Float64Array.from(x.data, change),
    "float64",
    x.shape,
    x.strides,
    x.offset,
    x.size,
    x.contiguous,
  );

/** What the CPU answers in doubles, of operands that are changed a little, or as they are. */
export const inDoubles = (
  question: Question,
  change?: (x: number, operand: number) => number,
): ArrayLike<number> =>
  cpu.numbers(
    question.answer(
      cpu,
      question.operands.map((x, i) => doubled(x, change && ((each) => change(each, i)))),
    ),
  );
