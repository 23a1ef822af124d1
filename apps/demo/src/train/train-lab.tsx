import { useEffect } from "preact/hooks";
import "../styles/lab.css";
import "../styles/train.css";
import "../styles/inside.css";
import { percent } from "../format.ts";
import { Curves } from "../lab/curves.tsx";
import { Failure } from "../lab/transport.tsx";
import { announce } from "../ui/live-region.tsx";
import { BoundaryView } from "./boundary.tsx";
import { ExportButton } from "./export/export-button.tsx";
import { HistoryPanel } from "./history/history-panel.tsx";
import { InsideView } from "./inside-view.tsx";
import { Experiments } from "./lessons/experiments.tsx";
import { NetworkPanel } from "./net/network-panel.tsx";
import { PathPanel } from "./path-panel.tsx";
import { Progress } from "./progress.tsx";
import { DataSettings, TrainingSettings, WeightSettings } from "./settings.tsx";
import { StatisticsPanel } from "./stats/statistics-panel.tsx";
import { steady } from "./steady.ts";
import { client, reset } from "./store.ts";
import { PhaseSentence, TrainTransport } from "./transport.tsx";

/** What listeners hear when training starts and stops. */
function standing(playing: boolean): string {
  if (playing) return "Training.";
  const last = client.history.peek().at(-1);
  if (last === undefined || last.epoch === 0) return "";
  const { epoch, train, test } = last;
  return `Paused. After epoch ${epoch} the train accuracy is ${percent(train.accuracy)}, the test accuracy ${percent(test.accuracy)}.`;
}

const history = steady(client.history, 300);

function SteadyCurves() {
  return <Curves history={history.value} />;
}

/** Choose a data set, a network and a rule; press play and watch it learn. */
export function TrainLab() {
  const playing = client.playing.value;
  useEffect(() => announce(standing(playing)), [playing]);
  // A screen that nobody sees does not train.
  useEffect(() => () => void client.pause(), []);
  return (
    <div class="train">
      <h1 class="sr-only">Train lab</h1>
      <section class="panel console" aria-label="The run">
        <TrainTransport />
        <Progress />
        <PhaseSentence />
        <Failure client={client} onReset={reset} />
      </section>
      <div class="train-settings">
        <DataSettings />
        <TrainingSettings />
        <WeightSettings />
        <PathPanel />
        <ExportButton />
      </div>
      <div class="train-network">
        <NetworkPanel />
        <InsideView />
      </div>
      <div class="train-picture">
        <BoundaryView />
        <SteadyCurves />
        <HistoryPanel />
        <StatisticsPanel />
      </div>
      <Experiments />
    </div>
  );
}
