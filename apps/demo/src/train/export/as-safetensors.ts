import { writeSafetensors } from "@outgrad/nn";
import { layersOf, type Trained } from "./weights.ts";

/**
 * The trained weights as a safetensors file in F64, under the names that PyTorch gives the same network: a
 * `nn.Sequential` of linear layers, an activation after each but the last.
 */
export function asSafetensors(trained: Trained): Uint8Array<ArrayBuffer> {
  const layers = layersOf(trained);
  const tensors = layers.flatMap(({ weights, biases }, k) => [
    [`${2 * k}.weight`, stored(weights.flat(), [weights.length, weights[0]?.length ?? 0])] as const,
    [`${2 * k}.bias`, stored(biases, [biases.length])] as const,
  ]);
  const activations = layers.slice(0, -1).map(({ activation }) => activation);
  return new Uint8Array(
    writeSafetensors(Object.fromEntries(tensors), { activations: activations.join(" ") }),
  );
}

const stored = (numbers: readonly number[], shape: number[]) => ({
  dtype: "F64" as const,
  shape,
  data: Float64Array.from(numbers),
});
