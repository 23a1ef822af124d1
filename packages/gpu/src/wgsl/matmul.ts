import { gridOf } from "./grid.js";
import { inQuads, type Lines, loadOf, pitchOf } from "./matmul/operand.js";
import { batchSize, type Matrix, type Product } from "./matmul/product.js";
import { store } from "./matmul/store.js";
import { multiply, sumName } from "./matmul/sums.js";
import { heightOf, type Tile, type Tiling, tilingOf, widthOf } from "./matmul/tiling.js";
import { chain, single, type WgslPlan, type WgslProgram } from "./program.js";
import { reducePlan } from "./reduce.js";
import { digit, plus, times, upTo } from "./text.js";

export type { Matrix, Product } from "./matmul/product.js";

/**
 * A product of matrices, or a batch of them: the operands a, b and perhaps a bias, the result [...batch, m, n] without
 * gaps. A workgroup copies the parts of a and b that its tile of the result needs into workgroup memory, a few steps of k
 * at a time, and each of its threads adds up 16 or 64 numbers of the tile in registers. Where the result is small and k
 * long, k is cut into parts, and a second program adds what comes of them.
 */
export function matmulPlan(product: Product): WgslPlan {
  const tiling = tilingOf(product);
  const { splits } = tiling;
  const first = tiled(product, tiling);
  if (splits === 1) return single(first);
  const { m, n } = product;
  return chain(first, reducePlan("sum", { outer: batchSize(product), count: splits, inner: m * n }));
}

/** Whether tiles are worth it: in products of small matrices most of a tile would be empty. */
export const suitsTiles = ({ m, n, k }: Product): boolean => m * n >= 256 && k >= 4;

/** The product as one program: of parts of k that are still to be added, if there are several. */
function tiled(product: Product, { tile, splits, chunk }: Tiling): WgslProgram {
  const { m, n, k, bias = false } = product;
  const down = Math.ceil(m / heightOf(tile));
  const across = Math.ceil(n / widthOf(tile));
  const batch = batchSize(product);
  const groups = down * across * splits * batch;
  const threads = tile.down * tile.across;
  const grid = gridOf(groups);
  const a = linesOf(product, "a", tile);
  const b = linesOf(product, "b", tile);
  const inputs = bias ? 3 : 2;
  const quads = n % 4 === 0;
  const element = (is: boolean): string => (is ? "vec4<f32>" : "f32");
  const whole = k - (k % tile.depth);
  const code = [
    `@group(0) @binding(0) var<storage, read> a: array<${element(a.quads)}>;`,
    `@group(0) @binding(1) var<storage, read> b: array<${element(b.quads)}>;`,
    ...(bias ? ["@group(0) @binding(2) var<storage, read> bias: array<f32>;"] : []),
    `@group(0) @binding(${inputs}) var<storage, read_write> result: array<${element(quads)}>;`,
    `var<workgroup> tileA: array<vec4<f32>, ${tile.depth * pitchOf(a)}>;`,
    `var<workgroup> tileB: array<vec4<f32>, ${tile.depth * pitchOf(b)}>;`,
    `@compute @workgroup_size(${threads})`,
    "fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) thread: u32) {",
    ...grid.lines,
    `let column0 = ${times(digit("group", 1, across, down * splits * batch), widthOf(tile))};`,
    `let row0 = ${times(digit("group", across, down, splits * batch), heightOf(tile))};`,
    `let part = ${digit("group", across * down, splits, batch)};`,
    `let element = ${digit("group", across * down * splits, batch)};`,
    `let across = thread % ${tile.across}u;`,
    `let down = thread / ${tile.across}u;`,
    `let baseA = ${placeOf(product, "a")};`,
    `let baseB = ${placeOf(product, "b")};`,
    ...sums(product, tile, splits),
    ...loop(
      tile,
      a,
      b,
      splits === 1 ? "0u" : `part * ${chunk}u`,
      splits === 1 ? `${whole}u` : `min(part * ${chunk}u + ${chunk}u, ${whole}u)`,
      whole,
    ),
    ...rest(tile, a, b, k, splits),
    ...store(product, tile, splits),
    "}",
    "",
  ].join("\n");
  const key = `matmul ${JSON.stringify([product, tile, splits])}`;
  return { key, code, workgroups: grid.workgroups, inputs, size: batch * splits * m * n };
}

function linesOf(product: Product, name: "a" | "b", tile: Tile): Lines {
  const { m, n, batch = [] } = product;
  const { rows, columns, offset = 0 } = product[name];
  const left = name === "a";
  const [stride, step, count] = left ? [rows, columns, m] : [columns, rows, n];
  return {
    name,
    tile: left ? "tileA" : "tileB",
    count,
    height: left ? heightOf(tile) : widthOf(tile),
    stride,
    step,
    first: left ? "row0" : "column0",
    base: left ? "baseA" : "baseB",
    quads: inQuads(count, stride, [step, offset, ...batch.map((dim) => dim[name])]),
  };
}

/** Where an operand's matrix of the batch begins. */
function placeOf({ batch = [], ...product }: Product, name: "a" | "b"): string {
  const { offset = 0 }: Matrix = product[name];
  let inner = 1;
  const places = batch.toReversed().map((dim) => {
    const place = digit("element", inner, dim.size, 2);
    inner *= dim.size;
    return times(place.includes(" ") ? `(${place})` : place, place === "0u" ? 0 : dim[name]);
  });
  return plus(`${offset}u`, ...places);
}

/** The sums, 0 or the bias before the first product. */
function sums({ n, bias = false }: Product, tile: Tile, splits: number): string[] {
  return upTo(tile.columns / 4).flatMap((run) => {
    const column = `column0 + ${run * tile.across * 4}u + across * 4u`;
    const begin = `begin${run}`;
    const numbers = upTo(4).map((j) => `bias[min(${column} + ${j}u, ${n - 1}u)]`);
    const given = `vec4<f32>(${numbers.join(", ")})`;
    const zero = "vec4<f32>()";
    return [
      `let ${begin} = ${!bias ? zero : splits === 1 ? given : `select(${zero}, ${given}, part == 0u)`};`,
      ...upTo(tile.rows).map((row) => `var ${sumName(row, run)} = ${begin};`),
    ];
  });
}

/** The steps of k in runs of the tile's depth. */
function loop(tile: Tile, a: Lines, b: Lines, begin: string, end: string, whole: number): string[] {
  if (whole === 0) return [];
  const threads = tile.down * tile.across;
  const loads = [a, b].map((lines) => loadOf(lines, tile.depth, threads, "step"));
  return [
    ...loads.flatMap(({ before }) => before),
    `for (var step = ${begin}; step < ${end}; step += ${tile.depth}u) {`,
    ...loads.flatMap(({ copy }) => copy),
    "workgroupBarrier();",
    ...multiply(tile, tile.depth, pitchOf(a), pitchOf(b)),
    "workgroupBarrier();",
    "}",
  ];
}

/** The steps of k that are left over, for the last part. */
function rest(tile: Tile, a: Lines, b: Lines, k: number, splits: number): string[] {
  const depth = k % tile.depth;
  if (depth === 0) return [];
  const threads = tile.down * tile.across;
  const loads = [a, b].map((lines) => loadOf(lines, depth, threads, `${k - depth}u`));
  return [
    splits === 1 ? "{" : `if (part == ${splits - 1}u) {`,
    ...loads.flatMap(({ before, copy }) => [...before, ...copy]),
    "workgroupBarrier();",
    ...multiply(tile, depth, pitchOf(a), pitchOf(b)),
    "}",
  ];
}
