import { useId } from "preact/hooks";
import { format } from "../format.ts";
import type { Inside, Place, Sign } from "./inside.ts";

interface NeuronMapProps {
  readonly inside: Inside;
  onChange(place: Place): void;
}

/** The neurons, layer by layer, and the loss: what each said and its gradient. Radio buttons, so the arrow keys work. */
export function NeuronMap({ inside, onChange }: NeuronMapProps) {
  const { layers, loss, place } = inside;
  const name = useId();
  const last = layers.length - 1;
  return (
    <div class="neuron-map" role="radiogroup" aria-label="Which neuron to look at">
      <p class="note">
        Each box: a neuron's <span class="data">output</span> for this sample, and its{" "}
        <span class="grad">gradient</span>.
      </p>
      {layers.map((signs, layer) => (
        <div class="neuron-row" key={layer}>
          <span class="neuron-layer">{layer === last ? "Scores" : `Hidden ${layer + 1}`}</span>
          <div class="neurons">
            {signs.map((sign, neuron) => (
              <Box
                key={neuron}
                group={name}
                name={`l${layer}.n${neuron}`}
                sign={sign}
                chosen={place !== "loss" && place.layer === layer && place.neuron === neuron}
                onChoose={() => onChange({ layer, neuron })}
              />
            ))}
          </div>
        </div>
      ))}
      <div class="neuron-row">
        <span class="neuron-layer">Loss</span>
        <div class="neurons">
          <Box
            group={name}
            name="loss"
            sign={{ data: loss, grad: 1 }}
            chosen={place === "loss"}
            onChoose={() => onChange("loss")}
          />
        </div>
      </div>
    </div>
  );
}

/** A neuron as its parameters name it. */
export const nameOf = ({ layer, neuron }: Exclude<Place, "loss">): string => `neuron l${layer}.n${neuron}`;

interface BoxProps {
  readonly group: string;
  readonly name: string;
  readonly sign: Sign;
  readonly chosen: boolean;
  onChoose(): void;
}

function Box({ group, name, sign: { data, grad }, chosen, onChoose }: BoxProps) {
  const [output, gradient] = [format(data, 2), format(grad, 2)];
  return (
    <label class={data === 0 && grad === 0 ? "neuron silent" : "neuron"}>
      <input
        type="radio"
        name={group}
        checked={chosen}
        aria-label={`${name}: output ${output}, gradient ${gradient}`}
        onChange={onChoose}
      />
      <span class="neuron-name">{name}</span>
      <span class="data">{output}</span>
      <span class="grad">{gradient}</span>
    </label>
  );
}
