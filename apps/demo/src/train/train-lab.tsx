import { useEffect } from "preact/hooks";
import "../styles/train.css";
import "../styles/digits.css";
import "../styles/inside.css";
import { percent } from "../format.ts";
import { announce } from "../ui/live-region.tsx";
import { BoundaryView } from "./boundary.tsx";
import { Curves } from "./curves.tsx";
import { DigitsView } from "./digits-view.tsx";
import { InsideView } from "./inside-view.tsx";
import { PathPanel } from "./path-panel.tsx";
import { Progress } from "./progress.tsx";
import { DataSettings, NetworkSettings, TrainingSettings } from "./settings.tsx";
import { client, readsDigits } from "./store.ts";
import { Failure, TrainTransport } from "./transport.tsx";

/** What listeners hear when training starts and stops. */
function standing(playing: boolean): string {
  if (playing) return "Training.";
  const last = client.view.history.peek().at(-1);
  if (last === undefined || last.epoch === 0) return "";
  const { epoch, train, test } = last;
  return `Paused. After epoch ${epoch} the train accuracy is ${percent(train.accuracy)}, the test accuracy ${percent(test.accuracy)}.`;
}

/** Choose a data set, a network and a rule; press play and watch it learn. */
export function TrainLab() {
  const playing = client.view.playing.value;
  useEffect(() => announce(standing(playing)), [playing]);
  // A screen that nobody sees does not train.
  useEffect(() => () => void client.pause(), []);
  return (
    <div class="train">
      <h1 class="sr-only">Train lab</h1>
      <section class="panel console" aria-label="Training">
        <TrainTransport />
        <Progress />
        <Failure />
      </section>
      <div class="train-settings">
        <DataSettings />
        <NetworkSettings />
        <TrainingSettings />
        <PathPanel />
      </div>
      <div class="train-picture">{readsDigits.value ? <DigitsView /> : <BoundaryView />}</div>
      <div class="train-curves">
        <Curves />
      </div>
      <div class="train-inside">
        <InsideView />
      </div>
    </div>
  );
}
