/** A weight between two neurons; layer 0 are the inputs. */
export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Edges weaker than this part of the strongest are not drawn: nobody would see them. */
const weakest = 0.04;

/** How many weights there are between layers of these sizes, biases left out. */
export const edgeCount = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, units, k) => sum + units * (sizes[k] as number), 0);

/**
 * The strongest edges, the weaker ones first, out of the numbers of every weight and bias: layer by layer and neuron by
 * neuron, its weights and then its bias.
 */
export function strongestEdges(numbers: ArrayLike<number>, sizes: readonly number[], most: number): Edge[] {
  const edges: Edge[] = [];
  let at = 0;
  for (let layer = 0; layer + 1 < sizes.length; layer++) {
    for (let to = 0; to < (sizes[layer + 1] as number); to++) {
      for (let from = 0; from < (sizes[layer] as number); from++)
        edges.push({ layer, from, to, value: numbers[at++] as number });
      at++;
    }
  }
  const strength = ({ value }: Edge) => Math.abs(value);
  const top = edges.reduce((best, edge) => Math.max(best, strength(edge)), 0);
  return edges
    .filter((edge) => strength(edge) > weakest * top)
    .sort((a, b) => strength(a) - strength(b))
    .slice(-most);
}
