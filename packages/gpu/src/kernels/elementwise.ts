import { sizeOf } from "@outgrad/engine/backend";
import type { Formula } from "@outgrad/ops";
import type { Kernel } from "../kernel/kernel.js";
import type { Text } from "../kernel/writer.js";
import type { Shape } from "./recipe.js";
import { joined } from "./strides.js";
import { coordinates, placeText } from "./walk.js";

/** What a name in a formula stands for: an operand's number, a parameter, or the result of an earlier statement. */
export interface Wire {
  readonly from: "operand" | "param" | "statement";
  readonly index: number;
}

/** One formula of several. */
export interface Statement {
  readonly formula: Formula;
  readonly reads: Readonly<Record<string, Wire>>;
}

export interface Fused {
  /** What the statements are: the formulas and what their names stand for. */
  readonly key: string;
  readonly statements: readonly Statement[];
  /** How many parameters there are. */
  readonly params: number;
  /** The strides of each operand over the shape, 0 where it repeats; null for a number that is given at each run. */
  readonly operands: readonly (readonly number[] | null)[];
  readonly shape: Shape;
}

/**
 * Formulas one after the other for each element; the last one's is the result. Arrays are the operands that have strides,
 * each with the whole number where it begins; other numbers are the parameters, then the operands that have none.
 */
export function fusedKernel({ key, statements, params, operands, shape }: Fused): Kernel {
  const arrays = operands.filter((strides) => strides !== null);
  const seen = joined(shape, arrays);
  return {
    key: `${key} ${JSON.stringify([seen, operands.map((strides) => strides === null)])} of ${sizeOf(shape)}`,
    inputs: arrays.length,
    ints: arrays.length,
    floats: params + operands.length - arrays.length,
    size: sizeOf(shape),
    write(w) {
      const indices = coordinates(w, "index", w.thread, seen.shape);
      let given = params;
      let array = 0;
      const names = operands.map((strides, i): Text => {
        if (strides === null) return w.givenFloat(given++);
        const at = placeText(w.givenInt(array), indices, seen.strides[array] as readonly number[]);
        return w.float(`x${i}`, w.read(array++, at));
      });
      const results: Text[] = [];
      const wired = ({ from, index }: Wire): Text => {
        if (from === "operand") return names[index] as Text;
        return from === "param" ? w.givenFloat(index) : (results[index] as Text);
      };
      for (const { formula, reads } of statements) {
        const text = w.formula(formula, (name) => wired(reads[name] as Wire));
        results.push(w.float(`y${results.length}`, text));
      }
      w.result(results.at(-1) as Text);
    },
  };
}

export interface Elementwise {
  /** Which formula it is. */
  readonly key: string;
  readonly formula: Formula;
  /** The names of the parameters. */
  readonly params: readonly string[];
  /** The names of the operands, and their strides as in `Fused`. */
  readonly operands: readonly { readonly name: string; readonly strides: readonly number[] | null }[];
  readonly shape: Shape;
}

/** A formula of operands that broadcast; what is given at each run is that of fusedKernel. */
export function elementwiseKernel({ key, formula, params, operands, shape }: Elementwise): Kernel {
  const wires = (names: readonly string[], from: Wire["from"]): [string, Wire][] =>
    names.map((name, index) => [name, { from, index }]);
  const reads = Object.fromEntries([
    ...wires(params, "param"),
    ...wires(
      operands.map(({ name }) => name),
      "operand",
    ),
  ]);
  return fusedKernel({
    key,
    statements: [{ formula, reads }],
    params: params.length,
    operands: operands.map(({ strides }) => strides),
    shape,
  });
}

/**
 * The gradient g times a partial. The CPU adds 0 to that, so that -0 becomes 0 as when gradients are added up; a GPU may
 * take 0 for -0 anyway, and leaves it out.
 */
export function partialFormula(partial: Formula): Formula {
  const span = [0, 0] as const;
  return { kind: "binary", operator: "*", left: { kind: "name", name: "g", span }, right: partial, span };
}
