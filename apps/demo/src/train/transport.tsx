import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { isTyping } from "../ui/typing.ts";
import { client, reset } from "./store.ts";

const slow = signal(false);
const toggleSlow = () => {
  slow.value = !slow.value;
  client.slow(slow.value);
};

/** Play, pause, step, reset; slowly, to watch every update. */
export function TrainTransport() {
  const playing = client.view.playing.value;
  const failed = client.view.failure.value !== null;
  const toggle = () => (client.view.playing.peek() ? client.pause() : client.play());
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "p" && !isTyping(event) && client.view.failure.peek() === null)
        toggle();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  }, []);
  return (
    <div class="train-transport" role="toolbar" aria-label="Training">
      <button type="button" class="button primary" disabled={failed} onClick={toggle}>
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
      <button type="button" class="button slow" aria-pressed={slow.value} onClick={toggleSlow}>
        Slow<span class="wide-only"> motion</span>
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
