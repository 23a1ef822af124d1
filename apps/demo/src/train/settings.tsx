import { format } from "../format.ts";
import { ListSlider } from "../lab/list-slider.tsx";
import { batches, decades, rates } from "../lab/scales.ts";
import { Seed } from "../lab/seed.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Slider } from "../ui/slider.tsx";
import { Term } from "../ui/term.tsx";
import { dataTexts, initTexts, lossTexts, optimiserTexts, scheduleTexts } from "./settings-words.ts";
import { change, changeData, config } from "./store.ts";

/** Which samples. */
export function DataSettings() {
  const { data, n, noise, dataSeed } = config.value;
  const isMade = data !== "lecture" && data !== "own";
  return (
    <Panel title="Data" class="settings">
      <Select label="Data set" options={dataTexts} value={data} onChange={changeData} />
      {isMade && (
        <>
          <Slider
            label="Points"
            min={20}
            max={600}
            step={10}
            value={n}
            text={`${n}, a third of them to test`}
            onInput={(value) => change({ n: value })}
          />
          <Slider
            label="Noise"
            min={0}
            max={0.5}
            step={0.01}
            value={noise}
            text={format(noise)}
            onInput={(value) => change({ noise: value })}
          />
          <Seed label="Data seed" value={dataSeed} onChange={(value) => change({ dataSeed: value })} />
        </>
      )}
    </Panel>
  );
}

/** How the weights begin. */
export function WeightSettings() {
  const { init, seed } = config.value;
  return (
    <Panel title="First weights" class="settings">
      <Select label="Drawn" options={initTexts} value={init} onChange={(value) => change({ init: value })} />
      <Seed label="Seed of the weights" value={seed} onChange={(value) => change({ seed: value })} />
    </Panel>
  );
}

/** How it learns. The rate and the penalty are sliders over powers of ten. */
export function TrainingSettings() {
  const { optimiser, lr, schedule, batch, l2, l1, loss, epochs } = config.value;
  return (
    <Panel title="Training" class="settings">
      <Select
        label={<Term word="loss">Loss</Term>}
        options={lossTexts}
        value={loss}
        onChange={(value) => change({ loss: value })}
      />
      <Select
        label={<Term word="optimiser">Optimiser</Term>}
        options={optimiserTexts}
        value={optimiser}
        onChange={(value) => change({ optimiser: value })}
      />
      <ListSlider
        label={<Term word="learningRate">Learning rate</Term>}
        list={rates}
        value={lr}
        text={format(lr)}
        onInput={(value) => change({ lr: value })}
      />
      <Select
        label={<Term word="schedule">Schedule of the rate</Term>}
        options={scheduleTexts}
        value={schedule}
        onChange={(value) => change({ schedule: value })}
      />
      <ListSlider
        label={<Term word="batch">Batch</Term>}
        list={batches}
        value={batch}
        text={batch === 1 ? "1 sample" : `${batch} samples`}
        onInput={(value) => change({ batch: value })}
      />
      <ListSlider
        label={<Term word="l2">L2 penalty λ</Term>}
        list={l2s}
        value={l2}
        text={l2 === 0 ? "none" : format(l2)}
        onInput={(value) => change({ l2: value })}
      />
      <ListSlider
        label={<Term word="l1">L1 penalty λ</Term>}
        list={l2s}
        value={l1}
        text={l1 === 0 ? "none" : format(l1)}
        onInput={(value) => change({ l1: value })}
      />
      <ListSlider
        label="Stop after"
        list={stops}
        value={epochs}
        text={epochs === 1 ? "1 epoch" : `${epochs} epochs`}
        onInput={(value) => change({ epochs: value })}
      />
    </Panel>
  );
}

const l2s = [0, ...decades(-5, -2)];

const stops = [1, 2, 5, 10, 15, 25, 50, 100, 200, 500, 1000];
