import { useEffect } from "preact/hooks";
import { PlayButton, SlowButton } from "../lab/transport.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { isTyping } from "../ui/typing.ts";
import { nextPhase, type Phase, phaseOrder } from "./phase.ts";
import { phaseSentence } from "./phase-words.ts";
import { client, config, reset } from "./store.ts";

/** Play, one epoch, one update, and the four sub-steps of an update; all of them by keys too. */
export function TrainTransport() {
  const failed = client.failure.value !== null;
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const act = shortcuts[event.key.toLowerCase()];
      if (!act || isTyping(event) || client.failure.peek() !== null) return;
      act();
      event.preventDefault();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  }, []);
  return (
    <div class="train-transport" role="toolbar" aria-label="Training">
      <div class="lab-transport">
        <PlayButton client={client} play="Play" onToggle={toggle} />
        <button
          type="button"
          class="button"
          disabled={failed}
          aria-label="One epoch"
          onClick={() => client.epoch()}
        >
          <Icon name="last" />
          Epoch
        </button>
        <button
          type="button"
          class="button"
          disabled={failed}
          aria-label="One update"
          onClick={() => client.step()}
        >
          <Icon name="step" />
          Update
        </button>
        <button type="button" class="button" onClick={reset}>
          <Icon name="reset" />
          Reset
        </button>
        <SlowButton client={client} />
      </div>
      <Phases failed={failed} />
    </div>
  );
}

const toggle = () => (client.playing.peek() ? client.pause() : client.play());

const shortcuts: Readonly<Record<string, () => void>> = {
  p: toggle,
  e: () => client.epoch(),
  u: () => client.step(),
  s: () => client.substep(),
};

const phaseTexts: Record<Phase, string> = {
  forward: "Forward",
  backward: "Backward",
  update: "Update",
  zero: "Zero",
};

/** The four sub-steps in their circle: a button goes on until its own is done. */
function Phases({ failed }: { readonly failed: boolean }) {
  const { phase, step } = client.progress.value;
  const playing = client.playing.value;
  const next = nextPhase(phase);
  const isFresh = step === 0 && phase === "zero";
  return (
    <fieldset class="phases">
      <legend class="sr-only">Sub-steps of one update</legend>
      {phaseOrder.map((each) => (
        <button
          type="button"
          key={each}
          class={`button phase ${each === next && !playing ? "next" : ""}`}
          disabled={failed}
          aria-current={each === phase && !isFresh && !playing ? "step" : undefined}
          onClick={() => client.substep(each)}
        >
          {phaseTexts[each]}
        </button>
      ))}
    </fieldset>
  );
}

/** What the last sub-step has changed, in a sentence, which listeners hear too. */
export function PhaseSentence() {
  const progress = client.progress.value;
  const weights = client.opened.value?.weights ?? 0;
  const separate = progress.separate;
  const sentence = separate ? phaseSentence(progress, weights, config.value.bug) : "";
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  return <p class="note phase-sentence">{sentence}</p>;
}
