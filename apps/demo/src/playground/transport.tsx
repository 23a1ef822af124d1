import { placeOf } from "@outgrad/viz";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { moveTenSteps } from "../ui/slider.tsx";
import { isTyping } from "../ui/typing.ts";
import { goTo, moment, position, told } from "./state.ts";

const stepMs = 900;

/** The controls of the story: first, back, on, last, play, and a line to drag along. */
export function Transport() {
  const [playing, setPlaying] = useState(false);
  const last = told.value.last;
  const at = position.value;
  const atEnd = at === last;

  useEffect(() => {
    if (!playing) return;
    if (atEnd) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => goTo(position.peek() + 1), stepMs);
    return () => clearTimeout(timer);
  }, [playing, at]);

  const toggle = () => {
    if (!playing && atEnd) goTo(0);
    setPlaying(!playing);
  };
  const jump = (to: number) => {
    setPlaying(false);
    goTo(to);
  };

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === "[") jump(position.peek() - 1);
      else if (event.key === "]") jump(position.peek() + 1);
      else if (event.key.toLowerCase() === "p") toggle();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  });

  const text = placeOf(moment.value);
  return (
    <div class="transport" role="toolbar" aria-label="Steps">
      <div class="transport-buttons">
        <Move name="First step" icon="first" disabled={at === 0} onClick={() => jump(0)} />
        <Move name="Back" icon="back" disabled={at === 0} onClick={() => jump(at - 1)} />
        <Move name="On" icon="on" disabled={atEnd} onClick={() => jump(at + 1)} />
        <Move name="Last step" icon="last" disabled={atEnd} onClick={() => jump(last)} />
        <button type="button" class="button play" aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
          <Icon name={playing ? "pause" : "play"} />
          <span>{playing ? "Pause" : "Play"}</span>
        </button>
      </div>
      <input
        class="scrubber"
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-label="Step"
        aria-valuetext={text}
        onInput={(event) => jump(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => moveTenSteps(event, { value: at, min: 0, max: last, step: 1, onInput: jump })}
      />
      <output class="place" data-story>
        {text}
      </output>
    </div>
  );
}

interface MoveProps {
  readonly name: string;
  readonly icon: "first" | "back" | "on" | "last";
  readonly disabled: boolean;
  onClick(): void;
}

function Move({ name, icon, disabled, onClick }: MoveProps) {
  return (
    <button
      type="button"
      class="button icon"
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
