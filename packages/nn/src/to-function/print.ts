import { type Formula, mapParts, opOf } from "@outgrad/ops";
import { inFloat32 } from "@outgrad/ops/source";
import type { Program, Source } from "../onnx/export/program.js";
import { type FixedStep, product, type Read, rules, spread } from "./steps.js";
import type { Writer } from "./writer.js";

/** The numbers and shapes of the parameters and buffers. */
export type Leaves = ReadonlyMap<
  string,
  { readonly numbers: ArrayLike<number>; readonly shape: readonly number[] }
>;

const span = [0, 0] as const;

/** Writes the steps of a program, and gives the text of its result. */
export function printSteps(
  write: Writer,
  { steps, outputs }: Program,
  leaves: Leaves,
  input: string,
): string {
  const results: string[] = [];
  const arrays = new Map<string, string>();
  const textOf = (source: Source): string => {
    const shape = source.shape as readonly number[];
    switch (source.kind) {
      case "result":
        return results[source.at] as string;
      case "leaf": {
        if (source.name === input) return "x";
        const { numbers, shape: own } = leaves.get(source.name) as {
          numbers: ArrayLike<number>;
          shape: number[];
        };
        const known = arrays.get(source.name) ?? write.array(source.name, numbers, own);
        arrays.set(source.name, known);
        return known;
      }
      case "constant":
        return write.array("constant", source.numbers, shape);
      case "uniform":
        return write.array("constant", new Array(product(shape)).fill(source.value as number), shape);
    }
  };
  const readOf = (source: Source, wantsText: boolean): Read => {
    const uniform = source.kind === "uniform" ? (source.value as number) : null;
    const text = uniform === null || wantsText ? textOf(source) : "";
    return { text, shape: source.shape as readonly number[], uniform };
  };
  steps.forEach((step, at) => {
    const fixed = step as FixedStep;
    const note = `// ${step.op} [${fixed.shape.join(", ")}]`;
    if (step.isElementwise || step.op === "where") {
      const reads = step.operands.map((operand) => readOf(operand, false));
      const name = write.name(`v${at + 1}`);
      write.lines.push(`${note}`, ...elementwise(write, fixed, reads, name));
      results[at] = name;
      return;
    }
    const rule = Object.hasOwn(rules, step.op) ? rules[step.op] : undefined;
    if (rule === undefined) {
      throw new TypeError(
        `toFunction: there is no way to print the op "${step.op}"; take another, or compute it outside.`,
      );
    }
    const text = rule(
      write,
      fixed,
      step.operands.map((operand) => readOf(operand, true)),
    );
    if (/^\w+$/.test(text)) results[at] = text;
    else {
      const name = write.name(`v${at + 1}`);
      write.lines.push(note, `const ${name} = ${text};`);
      results[at] = name;
    }
  });
  return textOf((outputs[0] as Program["outputs"][number])[1]);
}

/** A loop over the numbers of a result. */
function elementwise(write: Writer, step: FixedStep, reads: readonly Read[], name: string): string[] {
  const { op, shape, options } = step;
  const isWhere = op === "where";
  const args = isWhere ? ["condition", "a", "b"] : opOf(op).args;
  const lines: string[] = [];
  const operands = new Map<string, string>();
  const numbers = new Map<string, number>();
  reads.forEach((read, i) => {
    const arg = args[i] as string;
    if (read.uniform !== null) numbers.set(arg, read.uniform);
    else if (product(read.shape) === 1) operands.set(arg, `${read.text}[0]!`);
    else {
      let text = spread(write, read, shape);
      if (!/^\w+$/.test(text)) {
        const wide = write.name(`${name}_${arg}`);
        lines.push(`const ${wide} = ${text};`);
        text = wide;
      }
      operands.set(arg, `${text}[i]!`);
    }
  });
  const formula = isWhere ? choice : opOf(op).formula;
  if (!isWhere) {
    Object.keys(opOf(op).params).forEach((param, i) => {
      numbers.set(param, (options as readonly number[])[i] as number);
    });
  }
  const known = (part: Formula): Formula => {
    const value = part.kind === "name" ? numbers.get(part.name) : undefined;
    return value === undefined ? mapParts(part, known) : { kind: "number", value, span };
  };
  const final = write.dtype === "float32" ? inFloat32(known(formula)) : known(formula);
  // A weight may be called as an argument is.
  const local = (arg: string): string => (write.isTaken(arg) ? local(`${arg}_`) : arg);
  const text = write.printer.print(final, local);
  lines.push(
    `const ${name} = new Numbers(${product(shape)});`,
    `for (let i = 0; i < ${product(shape)}; i++) {`,
  );
  for (const [arg, read] of operands) lines.push(`  const ${local(arg)} = ${read};`);
  lines.push(`  ${name}[i] = ${text};`, "}");
  return lines.map((line) => write.typed(line));
}

const word = (name: string): Formula => ({ kind: "name", name, span });

const choice: Formula = {
  kind: "choose",
  comparison: "!=",
  left: word("condition"),
  right: { kind: "number", value: 0, span },
  // biome-ignore lint/suspicious/noThenProperty: it is what a formula calls its first branch.
  then: word("a"),
  otherwise: word("b"),
  span,
};
