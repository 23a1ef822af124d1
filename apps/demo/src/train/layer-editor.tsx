import { inputsOf, mostLayers, mostUnits, outputsOf } from "./config.ts";
import { change, config } from "./store.ts";

/** The shape of the network: its hidden layers, one row each, with buttons that grow and shrink them. */
export function LayerEditor() {
  const { layers, data, loss } = config.value;
  const set = (next: readonly number[]) => change({ layers: next });
  const resize = (i: number, by: number) =>
    set(layers.map((units, k) => (k === i ? Math.max(1, Math.min(mostUnits, units + by)) : units)));
  return (
    <fieldset class="layers">
      <legend class="note">
        Shape <strong class="shape">{[inputsOf(data), ...layers, outputsOf(loss)].join(" – ")}</strong>
      </legend>
      {layers.map((units, i) => (
        <div class="layer" key={i}>
          <span class="layer-name">Hidden {i + 1}</span>
          <button
            type="button"
            class="button icon"
            aria-label={`Fewer units in hidden layer ${i + 1}`}
            disabled={units === 1}
            onClick={() => resize(i, units > 8 ? -4 : -1)}
          >
            −
          </button>
          <output class="units">{units}</output>
          <button
            type="button"
            class="button icon"
            aria-label={`More units in hidden layer ${i + 1}`}
            disabled={units === mostUnits}
            onClick={() => resize(i, units >= 8 ? 4 : 1)}
          >
            +
          </button>
          <button
            type="button"
            class="button icon quiet"
            aria-label={`Remove hidden layer ${i + 1}`}
            onClick={() => set(layers.filter((_, k) => k !== i))}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button"
        disabled={layers.length === mostLayers}
        onClick={() => set([...layers, layers.at(-1) ?? 8])}
      >
        Add a layer
      </button>
    </fieldset>
  );
}
