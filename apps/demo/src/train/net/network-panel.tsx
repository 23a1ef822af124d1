import { signal, useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { count } from "../../format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { mostLayers } from "../config.ts";
import type { Place } from "../inside.ts";
import { flows, look, lookAt, looking, nameOf } from "../looking.ts";
import { type UnitState, unitStates } from "../sight.ts";
import { change, client, config } from "../store.ts";
import { EdgeCanvas, mostEdges } from "./edge-canvas.tsx";
import { edgeCount } from "./edges.ts";
import { InputCards } from "./input-cards.tsx";
import { LayerHead } from "./layer-head.tsx";
import { NeuronCard } from "./neuron-card.tsx";
import { sizesOf } from "./sizes.ts";

const flowTexts = { forward: "Forward", backward: "Backward" };

/** The network: a card for each neuron, a line for each weight. Choosing a card looks inside that neuron. */
export function NetworkPanel() {
  const box = useRef<HTMLDivElement>(null);
  const { layers, activations } = config.value;
  const sizes = sizesOf(config.value);
  const { flow } = looking.value;
  const edges = edgeCount(sizes);
  return (
    <Panel
      title="Network"
      class="network"
      tools={
        <>
          <strong class="shape">{sizes.join(" – ")}</strong>
          <Segmented
            class="small"
            label="What the network shows"
            options={flows.map((each) => [each, flowTexts[each]] as const)}
            value={flow}
            onChange={(next) => look({ flow: next })}
          />
        </>
      }
    >
      <div class="net-scroll">
        <div ref={box} class="net" role="radiogroup" aria-label="Which neuron to look at">
          <EdgeCanvas box={box} />
          <div class="net-layer inputs">
            <span class="layer-name">Inputs</span>
            <InputCards count={sizes[0] as number} />
          </div>
          {layers.map((units, layer) => (
            <div class="net-layer" key={layer}>
              <LayerHead layer={layer} />
              <Cards layer={layer} units={units} />
            </div>
          ))}
          <div class="net-layer">
            <span class="layer-name">{sizes.at(-1) === 1 ? "Score" : "Scores"}</span>
            <Cards layer={layers.length} units={sizes.at(-1) as number} />
          </div>
          <div class="net-layer">
            <span class="layer-name">Loss</span>
            <LossCard />
          </div>
        </div>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={layers.length === mostLayers}
          onClick={() => change({ layers: [...layers, layers.at(-1) ?? 8], activations })}
        >
          Add a layer
        </button>
        <p class="note">
          {flow === "forward"
            ? "Lines: weights, the thicker the larger. Numbers: outputs for the chosen sample."
            : "Lines: gradients of the weights, of the last batch. Numbers: gradients of the outputs for the chosen sample."}{" "}
          Dashed is negative. Cards: the output over the plane, orange above 0, blue below.
          {edges > mostEdges && ` The strongest ${count(mostEdges)} of ${count(edges)} lines are drawn.`}
        </p>
      </div>
    </Panel>
  );
}

/** The place that is shown: that of the worker's answer, which knows whether there is such a neuron. */
const isAt = (layer: number, neuron: number, place: Place | undefined) =>
  place !== undefined && place !== "loss" && place.layer === layer && place.neuron === neuron;

interface CardsProps {
  readonly layer: number;
  readonly units: number;
}

function Cards({ layer, units }: CardsProps) {
  const first = config.value.layers.slice(0, layer).reduce((sum, each) => sum + each, 0);
  return (
    <div class="net-cards">
      {Array.from({ length: units }, (_, neuron) => (
        <Card key={neuron} layer={layer} neuron={neuron} index={first + neuron} />
      ))}
    </div>
  );
}

const group = "neuron";
/** The state of what is no unit. */
const live = signal<UnitState>("live");

interface CardProps {
  readonly layer: number;
  readonly neuron: number;
  readonly index: number;
}

function Card({ layer, neuron, index }: CardProps) {
  const state = useComputed<UnitState>(() => {
    const { sight, config: of } = client.sight.value ?? {};
    return of === client.running.value ? (unitStates[sight?.states[index] ?? 0] ?? "live") : "live";
  });
  const sign = useComputed(() => client.inside.value?.layers[layer]?.[neuron]);
  const chosen = useComputed(() => isAt(layer, neuron, client.inside.value?.place));
  return (
    <NeuronCard
      group={group}
      name={nameOf({ layer, neuron })}
      spot={`${layer + 1}.${neuron}`}
      index={index}
      sign={sign}
      state={state}
      chosen={chosen}
      onChoose={() => lookAt({ layer, neuron })}
    />
  );
}

function LossCard() {
  const sign = useComputed(() => {
    const inside = client.inside.value;
    return inside ? { data: inside.loss, grad: 1 } : undefined;
  });
  const chosen = useComputed(() => client.inside.value?.place === "loss");
  return (
    <div class="net-cards">
      <NeuronCard
        group={group}
        name="loss"
        spot="loss"
        index={null}
        sign={sign}
        state={live}
        chosen={chosen}
        onChoose={() => lookAt("loss")}
      />
    </div>
  );
}
