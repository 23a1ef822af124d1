import { format, percent } from "../format.ts";
import { ListSlider } from "../lab/list-slider.tsx";
import { batches, rates } from "../lab/scales.ts";
import { Seed } from "../lab/seed.tsx";
import { OpenAsCode } from "../ui/open-as-code.tsx";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { Slider } from "../ui/slider.tsx";
import { Term } from "../ui/term.tsx";
import { asCode } from "./as-code.ts";
import type { NetName, Optimiser } from "./config.ts";
import { change, changeNet, changeOptimiser, config, ink, picture } from "./store.ts";

const netTexts: readonly (readonly [NetName, string])[] = [
  ["mlp", "MLP"],
  ["conv", "Conv net"],
];
const shapes: Record<NetName, string> = {
  mlp: "64 – 128 – 64 – 10",
  conv: "16 and 32 filters of 3 × 3, pooled; 128 – 10",
};
const optimiserTexts: readonly (readonly [Optimiser, string])[] = [
  ["adamw", "AdamW"],
  ["adam", "Adam"],
  ["momentum", "SGD with momentum 0.9"],
  ["sgd", "SGD"],
];
const epochSteps = [1, 2, 5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 500];

/** Which network, and how it learns. */
export function Settings() {
  const { net, optimiser, lr, batch, dropout, epochs, seed } = config.value;
  return (
    <Panel
      title="Network"
      class="settings"
      tools={<OpenAsCode code={() => asCode(config.peek(), ink.peek(), picture.peek().target)} />}
    >
      <Segmented label="Network" class="wide" options={netTexts} value={net} onChange={changeNet} />
      <p class="note">
        <strong class="shape">{shapes[net]}</strong>
      </p>
      <Select
        label={<Term word="optimiser">Optimiser</Term>}
        options={optimiserTexts}
        value={optimiser}
        onChange={changeOptimiser}
      />
      <ListSlider
        label={<Term word="learningRate">Learning rate at the start</Term>}
        list={rates}
        value={lr}
        text={format(lr)}
        onInput={(value) => change({ lr: value })}
      />
      <ListSlider
        label="Epochs"
        list={epochSteps}
        value={epochs}
        text={String(epochs)}
        onInput={(value) => change({ epochs: value })}
      />
      <ListSlider
        label={<Term word="batch">Batch</Term>}
        list={batches}
        value={batch}
        text={batch === 1 ? "1 picture" : `${batch} pictures`}
        onInput={(value) => change({ batch: value })}
      />
      <Slider
        label={<Term word="dropout">Dropout</Term>}
        min={0}
        max={0.9}
        step={0.05}
        value={dropout}
        text={dropout === 0 ? "none" : `${percent(dropout)} of the units`}
        onInput={(value) => change({ dropout: Number(value.toFixed(2)) })}
      />
      <Seed label="Seed of weights and order" value={seed} onChange={(value) => change({ seed: value })} />
      <p class="note">
        1,797 pictures of 8 × 8 pixels: 1,500 to train on, 297 to <Term word="test">test</Term> with, the same
        for every seed. The learning rate falls to 0 along half a cosine.
      </p>
    </Panel>
  );
}
