/** The sizes of a tensor's dims, outermost first; [] is that of a single number. */
export type Shape = readonly number[];

/** One dim or several, counted from the end if negative. */
export type Dims = number | readonly number[];

/** Tensors have fewer elements than this: indices then are 32-bit integers. */
const tooMany = 2 ** 31;

/** `[2, 3]` */
export const show = (shape: Shape): string => `[${shape.join(", ")}]`;

/** How many elements a tensor of that shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i] as number;
  return size;
}

/** Whether two shapes are the same. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A shape that somebody gave, checked before anything is allocated: integers >= 0 with a product below 2**31. */
export function checkShape(where: string, shape: unknown): Shape {
  if (!Array.isArray(shape)) {
    throw new TypeError(`${where}: expected a shape such as [2, 3], got ${describe(shape)}.`);
  }
  // Spread, because forEach leaves holes out.
  [...(shape as Shape)].forEach((size, dim) => {
    if (typeof size !== "number") {
      throw new TypeError(`${where}: a shape holds integers, but dim ${dim} is ${describe(size)}.`);
    }
    if (!Number.isInteger(size) || size < 0) {
      throw new RangeError(
        `${where}: a shape holds integers >= 0, but dim ${dim} of ${show(shape)} is ${size}.`,
      );
    }
  });
  if (sizeOf(shape.filter((size) => size !== 0)) >= tooMany) {
    throw new RangeError(`${where}: ${show(shape)} has too many elements; a tensor has fewer than 2**31.`);
  }
  return shape;
}

const describe = (found: unknown): string =>
  typeof found === "string" ? JSON.stringify(found) : typeof found === "bigint" ? `${found}n` : String(found);

/** A dim of a shape, counted from 0; -1 is the last one. */
export function dimOf(where: string, dim: number, shape: Shape): number {
  const rank = shape.length;
  if (Number.isInteger(dim) && dim >= -rank && dim < rank) return dim < 0 ? dim + rank : dim;
  const range = rank === 0 ? "a single number has no dims" : `its dims go from ${-rank} to ${rank - 1}`;
  throw new RangeError(`${where}: ${show(shape)} has no dim ${describe(dim)}; ${range}.`);
}

/** The place of a dim that a shape is to get, counted from 0; -1 comes last. */
export function newDimOf(where: string, dim: number, shape: Shape): number {
  const last = shape.length;
  if (Number.isInteger(dim) && dim >= -last - 1 && dim <= last) return dim < 0 ? dim + last + 1 : dim;
  throw new RangeError(
    `${where}: a new dim of ${show(shape)} goes from ${-last - 1} to ${last}, got ${describe(dim)}.`,
  );
}

/** Dims counted from 0 and sorted, each once. All of them for undefined. */
export function dimsOf(where: string, dims: Dims | undefined, shape: Shape): readonly number[] {
  const rank = shape.length;
  if (dims === undefined) return shape.map((_, dim) => dim);
  // A single number has the dims 0 and -1, as in PyTorch.
  if (rank === 0 && (dims === 0 || dims === -1)) return [];
  if (typeof dims === "number") return [dimOf(where, dims, shape)];
  if (!Array.isArray(dims)) {
    throw new TypeError(`${where}: expected a dim or a list of dims, got ${describe(dims)}.`);
  }
  const found = dims.map((dim) => dimOf(where, dim, shape)).sort((a, b) => a - b);
  const twice = found.find((dim, i) => dim === found[i + 1]);
  if (twice !== undefined)
    throw new RangeError(`${where}: dim ${twice} is in the list [${dims.join(", ")}] twice.`);
  return found;
}

/** The shape after a reduction over `dims`, which stay as 1 with keepdim. */
export function reducedShape(shape: Shape, dims: readonly number[], keepdim: boolean): Shape {
  if (keepdim) return shape.map((size, dim) => (dims.includes(dim) ? 1 : size));
  return shape.filter((_, dim) => !dims.includes(dim));
}

/**
 * The shape that both broadcast to by NumPy's rule: dims are matched from the last; sizes are equal, or one is 1, or
 * missing.
 */
export function broadcast(where: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const left = a[a.length - i] ?? 1;
    const right = b[b.length - i] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      throw new RangeError(
        `${where}: the shapes ${show(a)} and ${show(b)} do not fit together: the sizes ${left} and ${right} of dim -${i} ` +
          "differ, and neither is 1.",
      );
    }
    shape[rank - i] = left === 1 ? right : left;
  }
  return shape;
}
