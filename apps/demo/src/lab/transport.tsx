import { useEffect, useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { isTyping } from "../ui/typing.ts";
import type { Controls } from "./client.ts";

interface TransportProps {
  readonly client: Controls;
  /** What the first button says while nothing plays. */
  readonly play: string;
  onPlay(): void;
  onReset(): void;
}

/** Play, pause, step, reset; slowly, to watch every update. The key P plays and pauses. */
export function Transport({ client, play, onPlay, onReset }: TransportProps) {
  const failed = client.failure.value !== null;
  const toggle = () => (client.playing.peek() ? client.pause() : onPlay());
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "p" && !isTyping(event) && client.failure.peek() === null) toggle();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  });
  return (
    <div class="lab-transport" role="toolbar" aria-label="Training">
      <PlayButton client={client} play={play} onToggle={toggle} />
      <button type="button" class="button" disabled={failed} onClick={() => client.step()}>
        <Icon name="step" />
        Step
      </button>
      <button type="button" class="button" onClick={onReset}>
        <Icon name="reset" />
        Reset
      </button>
      <SlowButton client={client} />
    </div>
  );
}

interface PlayButtonProps {
  readonly client: Controls;
  /** What it says while nothing plays. */
  readonly play: string;
  onToggle(): void;
}

/** Plays and pauses. */
export function PlayButton({ client, play, onToggle }: PlayButtonProps) {
  const playing = client.playing.value;
  return (
    <button type="button" class="button primary" disabled={client.failure.value !== null} onClick={onToggle}>
      <Icon name={playing ? "pause" : "play"} />
      {playing ? "Pause" : play}
    </button>
  );
}

/** Slow enough to watch every update, or not. */
export function SlowButton({ client }: { readonly client: Controls }) {
  const [slow, setSlow] = useState(false);
  return (
    <button
      type="button"
      class="button slow"
      aria-pressed={slow}
      onClick={() => {
        client.slow(!slow);
        setSlow(!slow);
      }}
    >
      Slow<span class="wide-only"> motion</span>
    </button>
  );
}

interface FailureProps {
  readonly client: Controls;
  onReset(): void;
}

/** What went wrong, and the way out. */
export function Failure({ client, onReset }: FailureProps) {
  const sentence = client.failure.value;
  if (sentence === null) return null;
  return (
    <div class="error" role="alert">
      <p>{sentence}</p>
      <button type="button" class="button" onClick={onReset}>
        Reset
      </button>
    </div>
  );
}
