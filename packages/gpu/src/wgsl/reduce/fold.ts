import { GpuPrinter } from "@outgrad/ops/gpu";
import type { Combine } from "../combine.js";
import { gridOf } from "../grid.js";
import { headOf } from "../head.js";
import { combined, powerOfTwo } from "../lanes.js";
import type { WgslProgram } from "../program.js";
import { digit, plus, times } from "../text.js";

/** Numbers [outer, count, inner], combined along `count`. */
export interface Blocks {
  readonly outer: number;
  readonly count: number;
  readonly inner: number;
}

/** What is combined. */
export interface Fold {
  /** What the numbers are, with all constants. */
  readonly name: string;
  readonly combine: Combine;
  readonly inputs: number;
  /** The number at place `at` of the blocks, in row `i` of its block, as WGSL; the inputs are x0, x1, ... */
  readonly element: string;
}

/** How many parts of `count` are combined apart, each of `chunk`. */
export interface Parts {
  readonly splits: number;
  readonly chunk: number;
}

/** How the threads of a workgroup lie: beside each other on neighbouring columns, then on rows, then on blocks. */
export interface Lanes {
  readonly columns: number;
  readonly rows: number;
  readonly blocks: number;
}

const most = 256;

export function lanesOf({ outer, inner }: Blocks, { splits, chunk }: Parts): Lanes {
  const columns = Math.min(64, powerOfTwo(inner));
  const rows = Math.min(most / columns, powerOfTwo(Math.ceil(chunk / 4)));
  const blocks = Math.min(Math.max(1, 64 / (columns * rows)), powerOfTwo(outer * splits));
  return { columns, rows, blocks };
}

/** How many workgroups that takes. */
export const groupsOf = ({ outer, inner }: Blocks, { splits }: Parts, { columns, blocks }: Lanes): number =>
  Math.ceil(inner / columns) * Math.ceil((outer * splits) / blocks);

/** Combines each part of each column; the result is [outer, splits, inner]. */
export function foldProgram(
  { name, combine, inputs, element }: Fold,
  blocks: Blocks,
  parts: Parts,
): WgslProgram {
  const { outer, count, inner } = blocks;
  const { splits, chunk } = parts;
  const lanes = lanesOf(blocks, parts);
  const threads = lanes.columns * lanes.rows * lanes.blocks;
  const across = Math.ceil(inner / lanes.columns);
  const lines = outer * splits;
  const grid = gridOf(groupsOf(blocks, parts, lanes));
  const begin = splits === 1 ? "0u" : `line % ${splits}u * ${chunk}u`;
  const end = splits === 1 ? `${count}u` : `min(begin + ${chunk}u, ${count}u)`;
  const block = splits === 1 ? "line" : `(line / ${splits}u)`;
  const printer = new GpuPrinter("wgsl");
  const total = {
    combine,
    name: "total",
    lane: "lane",
    lanes: lanes.rows,
    apart: lanes.columns,
    begin: "begin",
    end: "end",
    most: chunk,
    element: { lines: [`let at = base + ${times("i", inner)};`], value: element },
  };
  const body = combined(printer, total, "totals");
  const column = plus(
    times(digit("group", 1, across, lines), lanes.columns),
    digit("thread", 1, lanes.columns, 2),
  );
  const line = plus(
    times(digit("group", across, lines), lanes.blocks),
    digit("thread", lanes.columns * lanes.rows, lanes.blocks),
  );
  const code = [
    ...headOf(inputs, threads, printer, grid),
    `let column = ${column};`,
    `let lane = ${digit("thread", lanes.columns, lanes.rows, 2)};`,
    `let line = ${line};`,
    `let own = column < ${inner}u && line < ${lines}u;`,
    `let base = ${plus(times(block, count * inner), "column")};`,
    `let begin = ${begin};`,
    `let end = select(begin, ${end}, own);`,
    ...body,
    `if (own && lane == 0u) { result[${plus(times("line", inner), "column")}] = total; }`,
    "}",
    "",
  ].join("\n");
  const key = `fold ${combine.name} ${name} ${JSON.stringify([blocks, parts])}`;
  return { key, code, workgroups: grid.workgroups, inputs, size: lines * inner };
}
