import { type LossCurveOptions, lossCurve } from "@outgrad/viz";
import { useEffect } from "preact/hooks";
import { count, format, percent } from "../../format.ts";
import { announce } from "../../ui/live-region.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Picture } from "../../ui/picture.tsx";
import { Slider } from "../../ui/slider.tsx";
import "../../styles/experiments.css";
import { steady } from "../steady.ts";
import { client } from "../store.ts";
import { epochsFrom, measuredBy } from "./moments.ts";
import { seek, sought } from "./seek.ts";

/** The curve is costly to draw, and nobody reads one that changes faster. */
const progress = steady(client.progress, 400);
const measured = steady(client.history, 400);

/** The run's past: a slider over its updates. The whole screen shows the moment, and training can go on from there. */
export function HistoryPanel() {
  const { step: now, furthest } = progress.value;
  const step = sought.value ?? now;
  const { stepsPerEpoch, firstStep: first } = client.opened.value ?? { stepsPerEpoch: 1, firstStep: 0 };
  const reach = { first, furthest, stepsPerEpoch };
  const playing = client.playing.value;
  const history = measured.value;
  const epoch = step / stepsPerEpoch;
  const here = measuredBy(history, epoch);
  const text = `update ${count(step)} of ${count(furthest)}, epoch ${format(epoch, 4)}`;
  const isPast = !playing && step < furthest;
  const sentence = isPast && here ? momentInWords(text, here.train) : "";
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  return (
    <Panel title="The run's past" class="experiment">
      {furthest === first ? (
        <p class="hint">Nothing has been trained yet: when it has, every update can be looked at again.</p>
      ) : (
        <>
          <Picture class="history-curve" draw={(width) => lossCurve(curveOptions(width, history, here))} />
          <Slider
            label="Moment"
            min={first}
            max={furthest}
            step={1}
            value={step}
            text={text}
            onInput={seek}
          />
          <div class="row">
            <Jump to={first} from={step} text="Start" />
            <Jump to={epochsFrom(step, -1, reach)} from={step} text="Epoch back" />
            <Jump to={epochsFrom(step, 1, reach)} from={step} text="Epoch on" />
            <Jump to={furthest} from={step} text="Newest" />
            <button type="button" class="button primary" disabled={!isPast} onClick={() => client.play()}>
              Go on from here
            </button>
          </div>
          <p class="history-moment">{sentence || (playing ? "Training." : "This is the newest moment.")}</p>
        </>
      )}
    </Panel>
  );
}

function Jump({ from, to, text }: { readonly from: number; readonly to: number; readonly text: string }) {
  return (
    <button type="button" class="button" disabled={from === to} onClick={() => seek(to)}>
      {text}
    </button>
  );
}

type Here = ReturnType<typeof client.history.peek>[number];

const momentInWords = (text: string, { loss, accuracy }: Here["train"]): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}: the train loss was ${format(loss, 3)}, ${percent(accuracy)} right.`;

/** The loss with a mark where the run stands. */
function curveOptions(width: number, history: readonly Here[], here: Here | undefined): LossCurveOptions {
  const curve = (name: string, list: readonly Here[]) => ({
    name,
    values: list.map(({ train }) => train.loss),
    steps: list.map(({ epoch }) => epoch),
  });
  return {
    series: [curve("train loss", history), curve("this moment", here ? [here] : [])],
    xLabel: "epoch",
    yLabel: "loss",
    width,
    height: 180,
  };
}
