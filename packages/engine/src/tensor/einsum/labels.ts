import { type Shape, show } from "../shape.js";
import { type Equation, mistake, type Term } from "./equation.js";

/** What each dim of the operands and of the output is called: a letter, or "...1" for the last dim of an ellipsis. */
export interface Labels {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
  /** The size of each. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Names all dims, checked against the operands' shapes. */
export function labelDims(equation: Equation, shapes: readonly Shape[]): Labels {
  const { text, inputs } = equation;
  if (inputs.length !== shapes.length) {
    throw new RangeError(
      `einsum: ${JSON.stringify(text)} names ${inputs.length} operands, but there are ${shapes.length}.`,
    );
  }
  const hidden = inputs.map((term, i) => hiddenDims(text, term, shapes[i] as Shape, i));
  const named = inputs.map((term, i) => expand(term.letters, hidden[i] as number));
  const most = Math.max(...hidden);
  return {
    inputs: named,
    output: outputOf(equation, most),
    sizes: sizesOf(text, inputs, named, shapes),
  };
}

/** How many dims the ellipsis of an operand stands for. */
function hiddenDims(text: string, { letters, span }: Term, shape: Shape, operand: number): number {
  const dots = letters.includes("...");
  const named = letters.length - Number(dots);
  if (dots ? shape.length >= named : shape.length === named) return shape.length - named;
  const [start, end] = span;
  const why = `operand ${operand} has the shape ${show(shape)}, but ${dots ? "at least " : ""}${named} dims are named`;
  throw mistake(text, start, why, Math.max(1, end - start));
}

const expand = (letters: readonly string[], hidden: number): string[] =>
  letters.flatMap((letter) =>
    letter === "..." ? Array.from({ length: hidden }, (_, i) => `...${hidden - i}`) : [letter],
  );

function outputOf({ text, inputs, output }: Equation, hidden: number): string[] {
  const all = inputs.flatMap(({ letters }) => letters);
  if (output === undefined) {
    // Letters that come once, in the order of the alphabet, after what the ellipses stand for.
    const once = all.filter((letter) => letter !== "..." && all.indexOf(letter) === all.lastIndexOf(letter));
    return [...expand(["..."], hidden), ...once.sort()];
  }
  output.letters.forEach((letter, i) => {
    const at = output.at[i] as number;
    if (letter !== "..." && !all.includes(letter)) {
      throw mistake(text, at, `the letter "${letter}" of the output is in no operand`);
    }
    if (output.letters.indexOf(letter) !== i) {
      throw mistake(text, at, `the letter "${letter}" is in the output twice`);
    }
  });
  return expand(output.letters, hidden);
}

/** The size of each label: the same everywhere but where it is 1, which repeats. */
function sizesOf(
  text: string,
  terms: readonly Term[],
  named: readonly (readonly string[])[],
  shapes: readonly Shape[],
): Map<string, number> {
  const sizes = new Map<string, number>();
  named.forEach((labels, operand) => {
    const shape = shapes[operand] as Shape;
    labels.forEach((label, dim) => {
      const size = shape[dim] as number;
      const before = sizes.get(label) ?? 1;
      const twice = labels.indexOf(label);
      const fits = twice < dim ? shape[twice] === size : before === size || before === 1 || size === 1;
      if (!fits) {
        const { letters, at } = terms[operand] as Term;
        const place = label.startsWith("...") ? letters.indexOf("...") : letters.lastIndexOf(label);
        const name = label.startsWith("...") ? `dim -${label.slice(3)} of "..."` : `the letter "${label}"`;
        const other = twice < dim ? (shape[twice] as number) : before;
        const why = `${name} is ${other} before, but ${size} in operand ${operand}, ${show(shape)}`;
        throw mistake(text, at[place] as number, why, label.startsWith("...") ? 3 : 1);
      }
      sizes.set(label, before === 1 ? size : before);
    });
  });
  return sizes;
}
