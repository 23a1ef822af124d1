import { digitsAttribution } from "@outgrad/datasets/digits";
import { useEffect } from "preact/hooks";
import "../styles/lab.css";
import "../styles/digits.css";
import { percent } from "../format.ts";
import { Curves } from "../lab/curves.tsx";
import { Failure, Transport } from "../lab/transport.tsx";
import { announce } from "../ui/live-region.tsx";
import { AnswerPanel } from "./answer-panel.tsx";
import { ChangePanel } from "./change-panel.tsx";
import { ConfusionPanel } from "./confusion-panel.tsx";
import { InsidePanel } from "./inside-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { Progress } from "./progress.tsx";
import { Settings } from "./settings.tsx";
import { client, restart } from "./store.ts";
import { WorstPanel } from "./worst-panel.tsx";

/** Train a network on handwritten digits, draw one, and see what it reads and why. */
export function DigitsScreen() {
  const playing = client.playing.value;
  const { step, done } = client.progress.value;
  useEffect(() => announce(standing(playing)), [playing]);
  // A screen that nobody sees does not train.
  useEffect(() => () => void client.pause(), []);
  return (
    <div class="digits-screen">
      <h1 class="sr-only">Digits</h1>
      <section class="panel console" aria-label="Training">
        <Transport
          client={client}
          play={done ? "Again" : step > 0 ? "Resume" : "Train"}
          onPlay={() => (client.progress.peek().done ? restart(true) : client.play())}
          onReset={() => restart(false)}
        />
        <Progress />
        <Failure client={client} onReset={() => restart(false)} />
      </section>
      <PicturePanel />
      <AnswerPanel />
      <ChangePanel />
      <InsidePanel />
      <ConfusionPanel />
      <WorstPanel />
      <div class="digits-rail">
        <Settings />
        <Curves history={client.history.value} />
      </div>
      <p class="note attribution">{digitsAttribution}</p>
    </div>
  );
}

/** What listeners hear when training starts and stops. */
function standing(playing: boolean): string {
  if (playing) return "Training.";
  const last = client.history.peek().at(-1);
  if (last === undefined || last.epoch === 0) return "";
  const { done } = client.progress.peek();
  return `${done ? "Done" : "Paused"}. After epoch ${last.epoch} the test accuracy is ${percent(last.test.accuracy)}.`;
}
