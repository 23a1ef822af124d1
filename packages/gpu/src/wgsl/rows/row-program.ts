import { GpuPrinter } from "@outgrad/ops/gpu";
import type { Combine } from "../combine.js";
import { gridOf } from "../grid.js";
import { headOf } from "../head.js";
import { combined, powerOfTwo } from "../lanes.js";
import type { WgslProgram } from "../program.js";
import { plus, times } from "../text.js";

/** Rows of numbers [outer, kept, inner]: row k are those with the same `kept`, stretches of `inner` in all `outer` blocks. */
export interface Rows {
  readonly outer: number;
  readonly kept: number;
  readonly inner: number;
}

/** How many numbers a row has. */
export const lengthOf = ({ outer, inner }: Rows): number => outer * inner;

/** Writes WGSL that computes with the numbers of a row. */
export interface RowWriter {
  /** A literal, and a function of numbers, as GpuPrinter writes them. */
  number(x: number): string;
  call(name: string, ...args: readonly string[]): string;
  /** An input's number that belongs to the element, to its place in its row, or to its row. */
  element(input: number): string;
  place(input: number): string;
  ofRow(input: number): string;
  /** The first element of the row. */
  start(input: number): string;
  /** Names what all elements of the row combine to; gives the name. */
  reduce(name: string, combine: Combine, value: string): string;
  /** Names what follows from it; gives the name. */
  define(name: string, value: string): string;
}

/** What is made of each row: a number for each of its elements, or a few for the row. */
export interface RowProgram {
  /** What it is, with all constants. */
  readonly name: string;
  readonly inputs: number;
  /** How many numbers are made of a row; as many as it has if absent. */
  readonly perRow?: number;
  /** Writes the reductions; gives the numbers in terms of what they are named. */
  readonly write: (w: RowWriter) => readonly string[];
}

const most = 256;

/** A workgroup takes a long row, or some short ones. */
export function rowProgram({ name, inputs, perRow, write }: RowProgram, rows: Rows): WgslProgram {
  const { outer, kept, inner } = rows;
  const count = lengthOf(rows);
  const lanes = Math.min(most, powerOfTwo(Math.ceil(count / 4)));
  const together = Math.min(Math.max(1, 64 / lanes), powerOfTwo(kept));
  const threads = lanes * together;
  const grid = gridOf(Math.ceil(kept / together));
  const printer = new GpuPrinter("wgsl");
  const body: string[] = [];
  const within = outer === 1 ? "i" : `i / ${inner}u * ${kept * inner}u + i % ${inner}u`;
  const lines = [`let at = base + ${within};`];
  const results = write({
    number: (x) => printer.number(x),
    call: (called, ...args) => printer.call(called, args),
    element: (input) => `x${input}[at]`,
    place: (input) => `x${input}[i]`,
    ofRow: (input) => `x${input}[row]`,
    start: (input) => `x${input}[base]`,
    reduce(reduced, combine, value) {
      const of = {
        combine,
        name: reduced,
        lane: "lane",
        lanes,
        apart: 1,
        begin: "0u",
        end: "end",
        most: count,
      };
      body.push(...combined(printer, { ...of, element: { lines, value } }, "totals"));
      return reduced;
    },
    define(defined, value) {
      body.push(`let ${defined} = ${value};`);
      return defined;
    },
  });
  if (perRow === undefined) {
    body.push(`for (var i = lane; i < end; i += ${lanes}u) {`, ...lines, `result[at] = ${results[0]};`, "}");
  } else {
    const numbers = results.map((result, j) => `result[${plus(times("row", perRow), `${j}u`)}] = ${result};`);
    body.push("if (own && lane == 0u) {", ...numbers, "}");
  }
  const code = [
    ...headOf(inputs, threads, printer, grid),
    `let lane = thread % ${lanes}u;`,
    `let row = group * ${together}u + thread / ${lanes}u;`,
    `let own = row < ${kept}u;`,
    `let base = row * ${inner}u;`,
    `let end = select(0u, ${count}u, own);`,
    ...body,
    "}",
    "",
  ].join("\n");
  const key = `rows ${name} ${JSON.stringify(rows)}`;
  const size = kept * (perRow ?? count);
  return { key, code, workgroups: grid.workgroups, inputs, size };
}
