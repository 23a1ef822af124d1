import type { GpuPrinter } from "@outgrad/ops/gpu";
import type { Grid } from "./grid.js";
import { upTo } from "./text.js";

/**
 * The beginning of a program that combines numbers: its inputs x0, x1, ..., its `result`, workgroup memory `totals` with a
 * number for each thread, the functions that were printed so far, and `main` up to the number of the workgroup, `group`.
 */
export const headOf = (inputs: number, threads: number, printer: GpuPrinter, grid: Grid): string[] => [
  ...upTo(inputs).map((i) => `@group(0) @binding(${i}) var<storage, read> x${i}: array<f32>;`),
  `@group(0) @binding(${inputs}) var<storage, read_write> result: array<f32>;`,
  `var<workgroup> totals: array<f32, ${threads}>;`,
  ...printer.functions().map(({ text }) => text),
  `@compute @workgroup_size(${threads})`,
  "fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) thread: u32) {",
  ...grid.lines,
];
