// Prints the op table as the engine's generated files. Pure: ops in, text out.
import { printKernels } from "./print-kernels.mjs";
import { printLanes } from "./print-lanes.mjs";
import { printReplay } from "./print-replay.mjs";
import { printElementwiseOps, printTensorMethods } from "./print-tensor.mjs";

/** The codes of ops start after CONSTANT, IMPORT and STOP (src/segment.ts). */
const firstCode = 3;

export const header = (what) =>
  `// Written by \`pnpm generate\` from the op table (packages/ops/src/table): do not edit.\n// ${what}\n`;

export const doc = (op, indent = "") => {
  const words = op.doc.split(" ");
  const lines = [""];
  for (const word of words) {
    if (lines.at(-1).length + word.length > 100) lines.push("");
    lines.push(`${lines.pop()} ${word}`);
  }
  if (lines.length === 1) return `${indent}/**${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line}\n`).join("")}${indent} */\n`;
};

export const params = (op) => Object.entries(op.params);
export const optional = (op) => params(op).map(([name]) => `${name}?: number`);
export const defaulted = (op) => params(op).map(([name, value]) => `${name} = ${value}`);
export const codeOf = (index) => firstCode + index;

/** The intrinsics that formulas call, as an import. */
export const importIntrinsics = (formulas, { callsIn, float32 = {} }) => {
  const names = new Set();
  for (const formula of formulas) callsIn(formula, names);
  const [short, exact] = [true, false].map((isShort) =>
    [...names].filter((name) => name in float32 === isShort),
  );
  const line = (list, path) =>
    list.length > 0 ? `import { ${list.sort().join(", ")} } from "${path}";\n` : "";
  return line(exact, "@outgrad/ops/intrinsics") + line(short, "@outgrad/ops/intrinsics/float32");
};

/** src/generated/methods.ts: what each op does to Values. */
export function printMethods(ops, tools) {
  const { toJs, namesIn } = tools;
  const binary = (op) => op.args.length === 2;
  const declare = (op) => {
    const list = [...(binary(op) ? [`${op.args[1]}: Scalar`] : []), ...optional(op)];
    return `${doc(op, "  ")}  ${op.name}(${list.join(", ")}): Value;\n`;
  };
  const define = (op, index) => {
    const list = ["this: Value", ...(binary(op) ? ["other: Scalar"] : []), ...defaulted(op)];
    const used = namesIn(op.formula);
    const read = (arg, at) => (used.has(arg) ? `    const ${arg} = data[${at}] as number;\n` : "");
    return (
      `  ${op.name}(${list.join(", ")}): Value {\n    const i = enter(this);\n` +
      (binary(op) ? `    const j = operand(other, "${op.name}");\n` : "") +
      params(op)
        .map(([name]) => `    parameter(${name}, "${op.name}", "${name}");\n`)
        .join("") +
      read(op.args[0], "i") +
      (binary(op) ? read(op.args[1], "j") : "") +
      `    return record(${codeOf(index)}, ${toJs(op.formula)}, i, ${binary(op) ? "j" : "i"});\n  },\n`
    );
  };
  const anyParams = ops.some((op) => params(op).length > 0);
  return `${header("Each method brings its operands into the open segment, computes y, and records itself.")}import type { OpName } from "@outgrad/ops";
${importIntrinsics(
  ops.map((op) => op.formula),
  tools,
)}import { data, enter, operand, ${anyParams ? "parameter, " : ""}record } from "../tape.js";
import type { Scalar, Value } from "../value.js";

/** One method per op of the table. */
export interface OpMethods {
${ops.map(declare).join("")}}

export const methods: OpMethods & ThisType<Value> = {
${ops.map(define).join("")}};
`;
}

/** src/generated/codes.ts: what modules ask before there are methods. Short: a page of Values has the methods alone. */
export function printCodes(ops) {
  const code = (op) => codeOf(ops.findIndex(({ name }) => name === op));
  const counts = ops.filter((op) => params(op).length > 0).map((op) => `${op.name}: ${params(op).length}`);
  return `${header("The ops of the table as nodes; their codes are in the order of the methods.")}
/** The codes of sums and products. */
export const ADD = ${code("add")};
export const MUL = ${code("mul")};

/** How many parameters an op has, if any. */
export const paramCounts: Readonly<Record<string, number>> = { ${counts.join(", ")} };
`;
}

/** src/generated/functions.ts: the same ops as functions. */
export function printFunctions(ops) {
  const define = (op) => {
    const [a, b] = op.args;
    const list = (types) => [...types, ...optional(op)].join(", ");
    const tensors = b
      ? `<A extends TensorLike, B extends TensorLike>(${list([`${a}: A`, `${b}: B & OneTensor<A, B> & Fits<"${op.name}", ShapeOf<A>, ShapeOf<B>>`])}): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>`
      : `<A extends Tensor>(${list([`${a}: A`])}): Tensor<ShapeOf<A>>`;
    const scalars = list(op.args.map((arg) => `${arg}: Scalar`));
    const either = list(op.args.map((arg) => `${arg}: Scalar | Tensor`));
    const rest = op.args.slice(1).concat(params(op).map(([name]) => name));
    return `${doc(op)}export function ${op.name}${tensors};
export function ${op.name}(${scalars}): Value;
export function ${op.name}(${either}): Value | Tensor {
  return self(${op.args.join(", ")}).${op.name}(${rest.join(", ")});
}
`;
  };
  return `${header("The methods of Value and Tensor as functions, for lists, map and tree shaking.")}import { self } from "../lift.js";
import type { OneTensor } from "../tensor/is-tensor.js";
import type { Tensor, TensorLike } from "../tensor/tensor.js";
import type { Broadcast, Fits, ShapeOf } from "../tensor/types.js";
import type { Scalar, Value } from "../value.js";

${ops.map(define).join("\n")}`;
}

/** Where node k, with operands i and j, finds the numbers that its op's formulas name. */
export const inData = (op) => (name) => {
  if (name === "y") return "data[k]!";
  if (name === op.args[0]) return "data[i]!";
  if (name === op.args[1]) return "data[j]!";
  const names = Object.keys(op.params);
  return `data[k - ${names.length - names.indexOf(name)}]!`;
};

/** g times the local derivative; a factor of 1 or -1 is left out, which changes no bit. */
export const partialTerm = (op, partial, { toJs }, name = inData(op), g = "g") => {
  const text = toJs(partial, { name });
  if (text === "1") return g;
  if (text === "-1") return `-${g}`;
  // The parentheses keep the bits: g times the partial, not the partial's factors one by one.
  return ["name", "call", "number"].includes(partial.kind) ? `${g} * ${text}` : `${g} * (${text})`;
};

/** What an op does in a switch of backward: node k, whose gradient is g, hands it on to its operands i and j. */
const handLines = (op, tools) => {
  const lines = op.partialFormulas.map((partial, p) => {
    const slot = "ij"[p];
    // A constant needs no gradient: do not pay for one that takes a call, nor compute log(-2) for pow(-2, 2).
    const guard =
      op.args.length > 1 && tools.callsIn(partial).size > 0 ? `if (code[${slot}] !== CONSTANT) ` : "";
    return `${guard}grad[${slot}]! += ${partialTerm(op, partial, tools)};\n`;
  });
  return lines.join("");
};

/** The cases of ops and codes; those that do the same one after the other share it. */
export const handCases = (coded, tools) =>
  coded
    .map(({ op, code }, index) => {
      const lines = handLines(op, tools);
      const next = coded[index + 1];
      const shared = next !== undefined && handLines(next.op, tools) === lines;
      return `case ${code}: // ${op.name}\n${shared ? "" : `${lines} break;\n`}`;
    })
    .join("");

/** Twice the text rather than a function: a function would keep `lowest` in memory. */
const reach = (index) => `    if (reached[${index}] !== number) {
      reached[${index}] = number;
      grad[${index}] = code[${index}] === IMPORT ? pass.begin(segment, ${index}) : 0;
      if (${index} < lowest) lowest = ${index};
    }
`;

/** src/generated/sweep.ts: the chain rule over one segment. */
export function printSweep(ops, tools) {
  const { callsIn } = tools;
  const partials = ops.flatMap((op) => op.partialFormulas);
  const guarded = partials.some((partial) => callsIn(partial).size > 0);
  return `${header("Backward over one segment: each node hands g times its local derivatives to its operands.")}${importIntrinsics(partials, tools)}import { ${guarded ? "CONSTANT, " : ""}IMPORT, type Segment, STOP } from "../segment.js";

/** What a sweep asks of its pass: where a gradient starts, where an import's goes, what a user's op does. */
interface Pass {
  readonly number: number;
  begin(segment: Segment, index: number): number;
  leave(segment: Segment, index: number): void;
  handOn(segment: Segment, index: number): void;
}

export function sweep(segment: Segment, pass: Pass): void {
  const { data, grad, code, first, second, reached } = segment;
  const { number } = pass;
  let lowest = segment.lowest;
  for (let k = segment.highest; k >= lowest; k--) {
    if (reached[k] !== number) continue;
    const op = code[k]!;
    if (op <= STOP) {
      if (op === IMPORT) pass.leave(segment, k);
      continue;
    }
    const g = grad[k]!;
    const i = first[k]!;
    const j = second[k]!;
${["i", "j"].map(reach).join("")}    switch (op) {
${handCases(
  ops.map((op, index) => ({ op, code: codeOf(index) })),
  tools,
)}      default:
        pass.handOn(segment, k);
    }
  }
}
`;
}

/** The generated files by path below src. */
export function printAll(ops, tools) {
  return {
    "generated/methods.ts": printMethods(ops, tools),
    "generated/codes.ts": printCodes(ops),
    "generated/elementwise-ops.ts": printElementwiseOps(ops, tools),
    "generated/functions.ts": printFunctions(ops, tools),
    "generated/kernels-float32.ts": printKernels(ops, tools, "float32"),
    "generated/kernels-float64.ts": printKernels(ops, tools, "float64"),
    "generated/lanes.ts": printLanes(ops, tools),
    "generated/replay.ts": printReplay(ops, tools),
    "generated/sweep.ts": printSweep(ops, tools),
    "generated/tensor-methods.ts": printTensorMethods(ops, tools),
  };
}
