// Prints the op table as loops over arrays: src/generated/kernels-float64.ts and kernels-float32.ts.
import { header, importIntrinsics, params, partialTerm } from "./print-ops.mjs";

const cursors = ["first", "second", "third", "fourth"];

/** The names that a partial reads of the tape, in the order in which its kernel takes them after g. */
export const readsOf = (op, partial, { namesIn }) =>
  [...op.args, "y"].filter((name) => namesIn(partial).has(name));

/** A partial of 1 hands on the gradient itself. */
export const isOne = (partial) => partial.kind === "number" && partial.value === 1;

/** A kernel that reads `names` and writes `text`, their formula. */
const kernel = (op, names, used, text) => {
  const given = names.map((_, i) => cursors[i]);
  const slots = params(op)
    .map(([name], i) => (used.has(name) ? `    const ${name} = params[${i}]!;\n` : ""))
    .join("");
  const list = (print) => names.map((name, i) => print(name, cursors[i])).join("");
  return `(rows, columns, out, at, ${slots ? "params" : "_params"}, ${given.join(", ")}) => {
${list((name, cursor) => `    const ${name}s = ${cursor}.data as Data;\n    const ${name}Step = ${cursor}.column;\n`)}${slots}    for (let row = 0, o = at; row < rows; row++) {
${list((name, cursor) => `      let ${name}At = ${cursor}.at + row * ${cursor}.row;\n`)}      for (const end = o + columns; o < end; o++) {
${list((name) => `        const ${name} = ${name}s[${name}At]!;\n        ${name}At += ${name}Step;\n`)}        out[o] = ${text};
      }
    }
  }`;
};

/** An op whose formulas call the short functions of float32. */
const shortened = (op, { inFloat32 }) => ({
  ...op,
  formula: inFloat32(op.formula),
  partialFormulas: op.partialFormulas.map(inFloat32),
});

/** The kernels of all ops for one dtype. */
export function printKernels(table, tools, dtype) {
  const { namesIn, toJs } = tools;
  const ops = dtype === "float32" ? table.map((op) => shortened(op, tools)) : table;
  const plain = (name) => name;
  const forward = (op) => {
    return kernel(op, op.args, namesIn(op.formula), toJs(op.formula));
  };
  const backward = (op, partial) => {
    if (isOne(partial)) return "null";
    const reads = readsOf(op, partial, tools);
    // 0 + turns -0 into 0: the bits of Value's gradients, which start from 0.
    return kernel(op, ["g", ...reads], namesIn(partial), `0 + ${partialTerm(op, partial, tools, plain)}`);
  };
  const entry = (op) => `  {
    // ${op.name}
    value: ${forward(op)},
    partials: [${op.partialFormulas.map((partial) => backward(op, partial)).join(", ")}],
  },
`;
  const formulas = ops.flatMap((op) => [op.formula, ...op.partialFormulas]);
  const type = dtype === "float64" ? "Float64Array" : "Float32Array";
  return `${header(`The ops on arrays of ${dtype}: y, and the gradient times each local derivative (null: times 1).`)}${importIntrinsics(formulas, tools)}import type { OpKernels } from "../kernels/elementwise.js";

type Data = ${type};

export const kernels: readonly OpKernels[] = [
${ops.map(entry).join("")}];
`;
}
