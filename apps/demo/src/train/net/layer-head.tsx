import { type Activation, activationOf, mostUnits } from "../config.ts";
import { activationTexts } from "../settings-words.ts";
import { change, config } from "../store.ts";

/** The head of a hidden layer: how many units it has, what they do with their sum, and the way to remove it. */
export function LayerHead({ layer }: { readonly layer: number }) {
  const { layers } = config.value;
  const units = layers[layer] ?? 0;
  const name = `hidden layer ${layer + 1}`;
  const resize = (by: number) =>
    change({
      layers: layers.map((each, k) => (k === layer ? Math.max(1, Math.min(mostUnits, each + by)) : each)),
    });
  return (
    <div class="net-head">
      <div class="net-title">
        <span class="layer-name">Hidden {layer + 1}</span>
        <button
          type="button"
          class="button icon quiet"
          aria-label={`Remove ${name}`}
          onClick={() => removeLayer(layer)}
        >
          ×
        </button>
      </div>
      <div class="net-units">
        <button
          type="button"
          class="button icon"
          aria-label={`Fewer units in ${name}`}
          disabled={units === 1}
          onClick={() => resize(units > 8 ? -4 : -1)}
        >
          −
        </button>
        <output class="units">{units}</output>
        <button
          type="button"
          class="button icon"
          aria-label={`More units in ${name}`}
          disabled={units === mostUnits}
          onClick={() => resize(units >= 8 ? 4 : 1)}
        >
          +
        </button>
      </div>
      <select
        class="select"
        aria-label={`Activation of ${name}`}
        value={activationOf(config.value, layer)}
        onChange={(event) => setActivation(layer, event.currentTarget.value as Activation)}
      >
        {activationTexts.map(([activation, text]) => (
          <option
            key={activation}
            value={activation}
            selected={activation === activationOf(config.value, layer)}
          >
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The activations one by one, and the shortest list that means the same. */
const written = (list: readonly Activation[]): readonly Activation[] => {
  const last = list.findLastIndex((each) => each !== list.at(-1));
  return list.slice(0, Math.max(1, last + 2));
};

function setActivation(layer: number, activation: Activation): void {
  const { layers } = config.peek();
  const list = layers.map((_, k) => (k === layer ? activation : activationOf(config.peek(), k)));
  change({ activations: written(list) });
}

function removeLayer(layer: number): void {
  const { layers } = config.peek();
  const list = layers.map((_, k) => activationOf(config.peek(), k)).filter((_, k) => k !== layer);
  change({
    layers: layers.filter((_, k) => k !== layer),
    activations: list.length > 0 ? written(list) : config.peek().activations,
  });
}
