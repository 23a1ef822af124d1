import type { Shape } from "./shape.js";

// Arithmetic on shapes that the compiler knows. A dim of type `number` may be any; a shape whose rank is not known
// makes everything unknown, and nothing is refused that might fit.

/** The shape of an operand; a plain number's is []. */
export type ShapeOf<T> = T extends number
  ? []
  : T extends { readonly shape: infer S extends Shape }
    ? Mutable<S>
    : Shape;

/** The same shape as a plain tuple. */
export type Mutable<S extends Shape> = number extends S["length"]
  ? Shape
  : { -readonly [K in keyof S]: S[K] };

/** Whether the rank is not known. */
type Unknown<S extends Shape> = number extends S["length"] ? true : false;

/** `[2, 3]` */
export type Show<S extends Shape> = `[${List<S>}]`;
type List<S extends Shape> = S extends readonly [infer Only extends number]
  ? `${Only}`
  : S extends readonly [infer First extends number, ...infer Rest extends Shape]
    ? `${First}, ${List<Rest>}`
    : "";

/** The size of a dim of two operands, or the sentence about it. */
type Size<A extends number, B extends number, Dim extends number> = A extends B
  ? A
  : A extends 1
    ? B
    : B extends 1
      ? A
      : number extends A
        ? B
        : number extends B
          ? A
          : `the sizes ${A} and ${B} of dim -${Dim} differ, and neither is 1.`;

type Sizes<A extends Shape, B extends Shape, Done extends unknown[] = []> = A extends readonly [
  ...infer MoreA extends Shape,
  infer LastA extends number,
]
  ? B extends readonly [...infer MoreB extends Shape, infer LastB extends number]
    ? Sizes<MoreA, MoreB, [Size<LastA, LastB, [...Done, 0]["length"] & number>, ...Done]>
    : [...A, ...Done]
  : [...B, ...Done];

/** The shape that both broadcast to. */
export type Broadcast<A extends Shape, B extends Shape> =
  Unknown<A> extends true
    ? Shape
    : Unknown<B> extends true
      ? Shape
      : Sizes<A, B> extends infer Found extends number[]
        ? Found
        : Shape;

/** What an operand must be besides a Tensor: a sentence, which it is not, if the shapes do not fit. */
export type Fits<Op extends string, A extends Shape, B extends Shape> =
  Unknown<A> extends true
    ? unknown
    : Unknown<B> extends true
      ? unknown
      : Extract<Sizes<A, B>[number], string> extends infer Why extends string
        ? [Why] extends [never]
          ? unknown
          : `${Op}: the shapes ${Show<A>} and ${Show<B>} do not fit together: ${Why}`
        : unknown;

/** Nested arrays of numbers of that shape. */
export type Nested<S extends Shape> =
  Unknown<S> extends true
    ? NestedNumbers
    : S extends readonly [number, ...infer Rest extends Shape]
      ? Nested<Rest>[]
      : number;

/** Numbers in nested arrays, of any depth. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** The shape of nested arrays. */
export type ShapeOfNested<D> = D extends number
  ? []
  : D extends readonly []
    ? [0]
    : D extends readonly [infer First, ...unknown[]]
      ? [D["length"] & number, ...ShapeOfNested<First>]
      : D extends readonly (infer Part)[]
        ? NestedNumbers extends Part
          ? Shape
          : [number, ...ShapeOfNested<Part>]
        : Shape;

/** The last two dims exchanged. */
export type Transposed<S extends Shape> = S extends readonly [
  ...infer Batch extends number[],
  infer Rows extends number,
  infer Columns extends number,
]
  ? [...Batch, Columns, Rows]
  : Shape;

type Matched<K extends number, L extends number> = K extends L ? true : number extends K | L ? true : false;

/** The shape of a matrix product; Shape where the right operand has batch dims. */
export type Product<A extends Shape, B extends Shape> =
  Unknown<A> extends true
    ? Shape
    : B extends readonly [number, infer N extends number]
      ? A extends readonly [...infer Rows extends number[], number]
        ? [...Rows, N]
        : Shape
      : B extends readonly [number]
        ? A extends readonly [...infer Rows extends number[], number]
          ? Rows
          : Shape
        : Shape;

type Contracted<A extends Shape> = A extends readonly [...Shape, infer K extends number] ? K : number;
type Contracting<B extends Shape> = B extends readonly [...Shape, infer K extends number, number]
  ? K
  : B extends readonly [infer K extends number]
    ? K
    : number;

/** What the right operand of matmul must be besides a Tensor. */
export type FitsProduct<A extends Shape, B extends Shape> =
  Unknown<A> extends true
    ? unknown
    : Unknown<B> extends true
      ? unknown
      : Matched<Contracted<A>, Contracting<B>> extends true
        ? unknown
        : `matmul: the shapes ${Show<A>} and ${Show<B>} do not fit together: ${Contracted<A>} columns meet ${Contracting<B>} rows.`;

/** The shape without one dim, or with 1 in its place; Shape unless both are known. */
export type Reduced<S extends Shape, Dim, Keep> = true extends
  | Unknown<S>
  | (Dim extends number ? (number extends Dim ? true : false) : true)
  | (Keep extends boolean ? (boolean extends Keep ? true : false) : false)
  ? Shape
  : Dim extends number
    ? `${Dim}` extends `-${infer FromEnd extends number}`
      ? ReplacedFromEnd<S, FromEnd, Keep extends true ? [1] : []>
      : Replaced<S, Dim, Keep extends true ? [1] : []>
    : Shape;

type Replaced<S extends Shape, Dim, By extends number[], Before extends number[] = []> = S extends readonly [
  infer First extends number,
  ...infer Rest extends number[],
]
  ? Before["length"] extends Dim
    ? [...Before, ...By, ...Rest]
    : Replaced<Rest, Dim, By, [...Before, First]>
  : Shape;

type ReplacedFromEnd<
  S extends Shape,
  Dim,
  By extends number[],
  After extends number[] = [],
> = S extends readonly [...infer Rest extends number[], infer Last extends number]
  ? [...After, Last]["length"] extends Dim
    ? [...Rest, ...By, ...After]
    : ReplacedFromEnd<Rest, Dim, By, [Last, ...After]>
  : Shape;

/** The shape of x weightᵀ. */
export type Mapped<X extends Shape, W extends Shape> =
  Unknown<X> extends true
    ? Shape
    : X extends readonly [...infer Rows extends number[], number]
      ? W extends readonly [infer Out extends number, number]
        ? [...Rows, Out]
        : Shape
      : Shape;

/** What the weight of linear must be besides a Tensor. */
export type FitsLinear<X extends Shape, W extends Shape> =
  Unknown<X> extends true
    ? unknown
    : W extends readonly [number, infer In extends number]
      ? Matched<Contracted<X>, In> extends true
        ? unknown
        : `linear: x is ${Show<X>}, but the weight ${Show<W>} takes ${In} numbers in the last dim.`
      : unknown;

/** The shape as it is handed out: not to be written to. */
export type Frozen<S extends Shape> = S extends readonly [...infer Sizes extends Shape]
  ? readonly [...Sizes]
  : S;
