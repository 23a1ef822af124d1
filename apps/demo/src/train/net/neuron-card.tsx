import { format } from "../../format.ts";
import type { Sign } from "../inside.ts";
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
  readonly sign: Sign | undefined;
  readonly state: UnitState;
  readonly flow: "forward" | "backward";
  readonly chosen: boolean;
  onChoose(): void;
}

const marks: Record<UnitState, string> = { live: "", dead: "dead", saturated: "stuck" };

/** One neuron: what it says over the plane, and to the chosen sample. A radio button, so the arrow keys work. */
export function NeuronCard(props: NeuronCardProps) {
  const { group, name, spot, index, sign, state, flow, chosen, onChoose } = props;
  const [output, gradient] = [format(sign?.data ?? Number.NaN, 2), format(sign?.grad ?? Number.NaN, 2)];
  const what = state === "live" ? "" : `, ${state} for every training sample`;
  return (
    <label class={`neuron ${state}`} data-spot={spot}>
      <input
        type="radio"
        name={group}
        checked={chosen}
        aria-label={`${name}: output ${output}, gradient ${gradient}${what}`}
        onChange={onChoose}
        onKeyDown={(event) => event.key === "Enter" && onChoose()}
      />
      {index !== null && <HeatMap index={index} />}
      {state !== "live" && <span class="neuron-mark">{marks[state]}</span>}
      <span class={flow === "forward" ? "data" : "grad"}>
        {sign ? (flow === "forward" ? output : gradient) : "–"}
      </span>
    </label>
  );
}
