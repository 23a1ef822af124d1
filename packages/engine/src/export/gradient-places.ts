import type { ExportGraph } from "./graph.js";
import type { Body } from "./statements.js";

/** How a language takes a place for the gradient of an input, and how a number is put into it. */
interface Places {
  /** The parameter: of a list with its size, null for a number alone. */
  parameter(name: string, size: number | null): string;
  /** What is assigned to for a number alone, and for number k of a list. */
  number(name: string): string;
  element(name: string, k: number): string;
}

/** Parameters that take the gradients of the inputs, for languages without tuples, and the lines that fill them. */
export function gradientPlaces(
  { inputs, identifiers }: ExportGraph,
  { gradients }: Body,
  { parameter, number, element }: Places,
): { readonly parameters: readonly string[]; readonly stores: readonly string[] } {
  const names = inputs.map(({ name }) => identifiers.take(`${name}_grad`));
  return {
    parameters: inputs.map(({ size }, i) => parameter(names[i] as string, size)),
    stores: inputs.flatMap(({ size }, i) => {
      const [name, texts] = [names[i] as string, gradients[i] as readonly string[]];
      if (size === null) return [`${number(name)} = ${texts[0]};`];
      return texts.map((text, k) => `${element(name, k)} = ${text};`);
    }),
  };
}
