import { GpuPrinter } from "@outgrad/ops/gpu";
import { type Part, pitchOf, straight, turned } from "./attention/tiles.js";
import { gridOf } from "./grid.js";
import { single, type WgslPlan } from "./program.js";
import { digit, plus, times, upTo } from "./text.js";

/**
 * Attention of `batch` times l queries of e features over s keys and values of d numbers, all at least 1: the operands
 * query [batch, l, e], key [batch, s, e] and value [batch, s, d] lie without gaps.
 */
export interface Attention {
  readonly batch: number;
  readonly l: number;
  readonly s: number;
  readonly e: number;
  readonly d: number;
  /** What the products are multiplied by. */
  readonly scale: number;
  /** Whether query i sees only keys 0 to i. */
  readonly causal?: boolean;
  /** How far apart the elements of a fourth operand lie, which is added to the scores; 0 where it is broadcast. */
  readonly mask?: { readonly batch: number; readonly rows: number; readonly columns: number };
}

/** Queries and keys of a tile, 4 times 4 of whose scores a thread has; features and keys that lie in memory at a time. */
const side = 32;
const across = side / 4;
const threads = across * across;
const depth = 16;
/** The least finite number: scores that are not above it are of keys that a query does not see. */
const least = -3.4028234663852886e38;
const parts = ["x", "y", "z", "w"];

/**
 * softmax(scale query keyᵀ + mask) value, [batch, l, d], without the scores ever being whole: a workgroup takes 32 queries
 * past all keys, 32 at a time, and scales down what it has summed up whenever it meets a greater score. A query that sees
 * no key, all of whose scores are -Infinity, gets 0.
 */
export function attentionPlan(attention: Attention): WgslPlan {
  const { batch, l, s, e, d, scale, causal = false, mask } = attention;
  const width = d <= side ? side : 2 * side;
  const runs = width / side;
  const tilesDown = Math.ceil(l / side);
  const tilesAcross = Math.ceil(d / width);
  const grid = gridOf(tilesAcross * tilesDown * batch);
  const quads = d % 4 === 0;
  const printer = new GpuPrinter("wgsl");
  const exps = parts.map((part) => printer.call("exp", [`x.${part}`]));
  const low = printer.number(least);
  const query: Part = {
    ...{ name: "query", base: "baseQ", tile: "tileQ", rows: l, columns: e, row: "row0" },
    ...{ column: "step", height: side, width: depth },
  };
  const key: Part = { ...query, name: "key", base: "baseK", tile: "tileK", rows: s, row: "key0" };
  const value: Part = {
    ...{ name: "value", base: "baseV", tile: "tileV", rows: s, columns: d, row: "key0 + half" },
    ...{ column: "column0", height: depth, width },
  };
  const inputs = mask ? 4 : 3;
  const runsOf = upTo(runs);
  const rows = upTo(4);
  const code = [
    "@group(0) @binding(0) var<storage, read> query: array<f32>;",
    "@group(0) @binding(1) var<storage, read> key: array<f32>;",
    `@group(0) @binding(2) var<storage, read> value: array<${quads ? "vec4<f32>" : "f32"}>;`,
    ...(mask ? ["@group(0) @binding(3) var<storage, read> mask: array<f32>;"] : []),
    `@group(0) @binding(${inputs}) var<storage, read_write> result: array<f32>;`,
    `var<workgroup> tileQ: array<vec4<f32>, ${depth * pitchOf(query)}>;`,
    `var<workgroup> tileK: array<vec4<f32>, ${depth * pitchOf(key)}>;`,
    `var<workgroup> tileV: array<vec4<f32>, ${(depth * width) / 4}>;`,
    `var<workgroup> weights: array<vec4<f32>, ${side * (across + 1)}>;`,
    `var<workgroup> shared4: array<vec4<f32>, ${threads}>;`,
    ...printer.functions().map(({ text }) => text),
    `fn exp4(x: vec4<f32>) -> vec4<f32> { return vec4<f32>(${exps.join(", ")}); }`,
    `@compute @workgroup_size(${threads})`,
    "fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) thread: u32) {",
    ...grid.lines,
    `let column0 = ${times(digit("group", 1, tilesAcross, tilesDown * batch), width)};`,
    `let row0 = ${times(digit("group", tilesAcross, tilesDown, batch), side)};`,
    `let element = ${digit("group", tilesAcross * tilesDown, batch)};`,
    `let across = thread % ${across}u;`,
    `let down = thread / ${across}u;`,
    `let baseQ = element * ${l * e}u;`,
    `let baseK = element * ${s * e}u;`,
    `let baseV = element * ${s * d}u;`,
    `var top = vec4<f32>(${low});`,
    "var total = vec4<f32>();",
    ...rows.flatMap((row) => runsOf.map((run) => `var sum${row}_${run} = vec4<f32>();`)),
    `for (var key0 = 0u; key0 < ${causal ? `min(${s}u, row0 + ${side}u)` : `${s}u`}; key0 += ${side}u) {`,
    ...rows.map((j) => `var score${j} = vec4<f32>();`),
    `for (var step = 0u; step < ${e}u; step += ${depth}u) {`,
    ...turned(query, threads),
    ...turned(key, threads),
    "workgroupBarrier();",
    `for (var i = 0u; i < ${depth}u; i++) {`,
    `let a = tileQ[i * ${pitchOf(query)}u + down];`,
    `let b = tileK[i * ${pitchOf(key)}u + across];`,
    ...rows.map((j) => `score${j} = fma(a, vec4<f32>(b.${parts[j]}), score${j});`),
    "}",
    "workgroupBarrier();",
    "}",
    ...rows.flatMap((j) => scored(attention, j, printer.number(scale), low)),
    // What all threads of a row know of it.
    "shared4[thread] = max(max(score0, score1), max(score2, score3));",
    "workgroupBarrier();",
    "var higher = top;",
    `for (var i = 0u; i < ${across}u; i++) { higher = max(higher, shared4[down * ${across}u + i]); }`,
    "let factor = exp4(top - higher);",
    "top = higher;",
    "total *= factor;",
    ...rows.flatMap((row) => runsOf.map((run) => `sum${row}_${run} *= factor.${parts[row]};`)),
    ...rows.flatMap((j) => [
      `let weight${j} = select(exp4(score${j} - top), vec4<f32>(), score${j} <= vec4<f32>(${low}));`,
      `total += weight${j};`,
      `weights[(across * 4u + ${j}u) * ${across + 1}u + down] = weight${j};`,
    ]),
    `for (var half = 0u; half < ${side}u; half += ${depth}u) {`,
    ...straight(value, quads, threads),
    "workgroupBarrier();",
    `for (var i = 0u; i < ${depth}u; i++) {`,
    `let a = weights[(half + i) * ${across + 1}u + down];`,
    ...runsOf.map((run) => `let b${run} = tileV[i * ${width / 4}u + across + ${run * across}u];`),
    ...rows.flatMap((row) =>
      runsOf.map((run) => `sum${row}_${run} = fma(vec4<f32>(a.${parts[row]}), b${run}, sum${row}_${run});`),
    ),
    "}",
    "workgroupBarrier();",
    "}",
    "}",
    "shared4[thread] = total;",
    "workgroupBarrier();",
    "var whole = vec4<f32>();",
    `for (var i = 0u; i < ${across}u; i++) { whole += shared4[down * ${across}u + i]; }`,
    ...rows.flatMap((row) => [
      `if (row0 + down * 4u + ${row}u < ${l}u) {`,
      `let at = (element * ${l}u + row0 + down * 4u + ${row}u) * ${d}u;`,
      ...runsOf.flatMap((run) => stored(d, row, run)),
      "}",
    ]),
    "}",
    "",
  ].join("\n");
  const name = `attention ${JSON.stringify(attention)}`;
  return single({ key: name, code, workgroups: grid.workgroups, inputs, size: batch * l * d });
}

/** The scores of a thread's key number j, with the mask; the least number for keys that are not seen. */
function scored({ l, s, causal = false, mask }: Attention, j: number, scale: string, low: string): string[] {
  const key = `key0 + across * 4u + ${j}u`;
  const score = `score${j}`;
  const row = (i: number): string => `row0 + down * 4u + ${i}u`;
  const added = mask
    ? upTo(4).map((i) => {
        const place = plus(
          times("element", mask.batch),
          times(`min(${row(i)}, ${l - 1}u)`, mask.rows),
          times(`min(${key}, ${s - 1}u)`, mask.columns),
        );
        return `mask[${place}]`;
      })
    : [];
  const hidden = [
    ...(s % side === 0 ? [] : [`if (${key} >= ${s}u) { ${score} = vec4<f32>(${low}); }`]),
    ...(causal ? upTo(4).map((i) => `if (${key} > ${row(i)}) { ${score}.${parts[i]} = ${low}; }`) : []),
  ];
  return [`${score} = ${score} * ${scale}${mask ? ` + vec4<f32>(${added.join(", ")})` : ""};`, ...hidden];
}

/** Writes a run of a row. */
function stored(d: number, row: number, run: number): string[] {
  const column = `column0 + across * 4u + ${run * side}u`;
  return upTo(4).map((j) => {
    const seen = `select(sum${row}_${run}.${parts[j]} / whole.${parts[row]}, 0.0, whole.${parts[row]} == 0.0)`;
    return `if (${column} + ${j}u < ${d}u) { result[at + ${column} + ${j}u] = ${seen}; }`;
  });
}
