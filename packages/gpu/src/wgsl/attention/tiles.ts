import { plus, times, upTo } from "../text.js";

/** A part of a matrix that lies row by row, copied into workgroup memory in runs of four numbers. */
export interface Part {
  /** The matrix's binding, where it begins, and the workgroup memory. */
  readonly name: string;
  readonly base: string;
  readonly tile: string;
  /** Its rows and columns. */
  readonly rows: number;
  readonly columns: number;
  /** The first row and column of the part, and how many it has. */
  readonly row: string;
  readonly column: string;
  readonly height: number;
  readonly width: number;
}

/** Between two columns of a part that was turned, in runs: one more than needed, so that threads meet different banks. */
export const pitchOf = ({ height }: Part): number => height / 4 + 1;

/**
 * Copies a part so that a run holds four rows of a column. Rows beyond the last are read as the last, columns beyond it
 * are 0.
 */
export function turned(part: Part, threads: number): string[] {
  const { name, base, tile, rows, columns, row, column, height, width } = part;
  const numbers = upTo(4).map((j) => {
    const inside = rows % height === 0 ? `${row} + run + ${j}u` : `min(${row} + run + ${j}u, ${rows - 1}u)`;
    const number = `${name}[${base} + (${inside}) * ${columns}u + column]`;
    return columns % width === 0 ? number : `select(0.0, ${number}, column < ${columns}u)`;
  });
  return [
    `for (var i = thread; i < ${(width * height) / 4}u; i += ${threads}u) {`,
    `let column = ${plus(column, `i % ${width}u`)};`,
    `let run = i / ${width}u * 4u;`,
    `${tile}[i % ${width}u * ${pitchOf(part)}u + i / ${width}u] = vec4<f32>(${numbers.join(", ")});`,
    "}",
  ];
}

/** Copies a part as it lies. Rows and columns beyond the last are read as the last. */
export function straight(part: Part, quads: boolean, threads: number): string[] {
  const { name, base, tile, rows, columns, row, column, height, width } = part;
  const runs = width / 4;
  const last = columns - 1;
  const from = `${plus(base, times("row", columns))}`;
  const value = quads
    ? `${name}[(${from} + min(column, ${columns - 4}u)) / 4u]`
    : `vec4<f32>(${upTo(4)
        .map((j) => `${name}[${from} + min(column + ${j}u, ${last}u)]`)
        .join(", ")})`;
  return [
    `for (var i = thread; i < ${runs * height}u; i += ${threads}u) {`,
    `let row = min(${row} + i / ${runs}u, ${rows - 1}u);`,
    `let column = ${plus(column, `i % ${runs}u * 4u`)};`,
    `${tile}[i] = ${value};`,
    "}",
  ];
}
