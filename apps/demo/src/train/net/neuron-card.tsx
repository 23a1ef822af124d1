import { type ReadonlySignal, useComputed } from "@preact/signals";
import { format } from "../../format.ts";
import type { Sign } from "../inside.ts";
import { looking } from "../looking.ts";
import type { UnitState } from "../sight.ts";
import { HeatMap } from "./heat-map.tsx";

interface NeuronCardProps {
  /** The radio group that the cards are in. */
  readonly group: string;
  readonly name: string;
  /** Its place among the layers, the inputs being layer 0. */
  readonly spot: string;
  /** Its number through all layers; null for the loss, which has no map. */
  readonly index: number | null;
  readonly sign: ReadonlySignal<Sign | undefined>;
  readonly state: ReadonlySignal<UnitState>;
  readonly chosen: ReadonlySignal<boolean>;
  onChoose(): void;
}

const marks: Record<UnitState, string> = { live: "", dead: "dead", saturated: "stuck" };

const short = (number = Number.NaN): string => format(number, 2);

/**
 * One neuron: what it says over the plane, and to the chosen sample. A radio button, so the arrow keys work. Numbers go
 * from their signals right to the page, for there may be hundreds of cards.
 */
export function NeuronCard({ group, name, spot, index, sign, state, chosen, onChoose }: NeuronCardProps) {
  const label = useComputed(() => {
    const { data, grad } = sign.value ?? {};
    const what = state.value === "live" ? "" : `, ${state.value} for every training sample`;
    return `${name}: output ${short(data)}, gradient ${short(grad)}${what}`;
  });
  const isForward = useComputed(() => looking.value.flow === "forward");
  const number = useComputed(() =>
    sign.value ? short(isForward.value ? sign.value.data : sign.value.grad) : "–",
  );
  const kind = useComputed(() => (isForward.value ? "data" : "grad"));
  return (
    <label class={`neuron ${state.value}`} data-spot={spot}>
      <input
        type="radio"
        name={group}
        checked={chosen}
        aria-label={label}
        onChange={onChoose}
        onKeyDown={(event) => event.key === "Enter" && onChoose()}
      />
      {index !== null && <HeatMap index={index} />}
      {state.value !== "live" && <span class="neuron-mark">{marks[state.value]}</span>}
      <span class={kind}>{number}</span>
    </label>
  );
}
