import { Icon } from "../ui/icon.tsx";
import { client, reset } from "./store.ts";

/** Play, pause, step, reset. */
export function TrainTransport() {
  const playing = client.view.playing.value;
  const failed = client.view.failure.value !== null;
  return (
    <div class="train-transport" role="toolbar" aria-label="Training">
      <button
        type="button"
        class="button primary"
        disabled={failed}
        onClick={() => (playing ? client.pause() : client.play())}
      >
        <Icon name={playing ? "pause" : "play"} />
        {playing ? "Pause" : "Play"}
      </button>
      <button type="button" class="button" disabled={failed} onClick={() => client.step()}>
        <Icon name="step" />
        Step
      </button>
      <button type="button" class="button" onClick={reset}>
        <Icon name="reset" />
        Reset
      </button>
    </div>
  );
}

/** What went wrong, and the way out. */
export function Failure() {
  const sentence = client.view.failure.value;
  if (sentence === null) return null;
  return (
    <div class="error" role="alert">
      <p>{sentence}</p>
      <button type="button" class="button" onClick={reset}>
        Reset
      </button>
    </div>
  );
}
