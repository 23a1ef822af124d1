import { format } from "../../format.ts";
import { sample, task } from "../looking.ts";

/** The numbers of the chosen sample, which go into the network. */
export function InputCards({ count }: { readonly count: number }) {
  const inputs = task.value.inputs[sample.value] ?? [];
  return (
    <div class="net-cards">
      {Array.from({ length: count }, (_, i) => (
        <div class="neuron input" key={i} data-spot={`0.${i}`}>
          <span class="neuron-name">x{i}</span>
          <span class="data">{format(inputs[i] ?? 0, 2)}</span>
        </div>
      ))}
    </div>
  );
}
