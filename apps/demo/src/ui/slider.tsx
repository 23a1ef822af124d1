import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface SliderProps {
  readonly label: ComponentChildren;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as people read it; also what a screen reader says. */
  readonly text: string;
  onInput(value: number): void;
}

/** A named slider with its value in words. Shift and an arrow key move ten steps. */
export function Slider({ label, value, min, max, step, text, onInput }: SliderProps) {
  const id = useId();
  return (
    <div class="setting">
      <span class="setting-name">
        <label for={id}>{label}</label>
        <span class="setting-value">{text}</span>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => moveTenSteps(event, { value, min, max, step, onInput })}
      />
    </div>
  );
}

type Range = Pick<SliderProps, "value" | "min" | "max" | "step" | "onInput">;

const directions: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};

/** Moves a slider ten steps when Shift is held with an arrow key. */
export function moveTenSteps(event: KeyboardEvent, { value, min, max, step, onInput }: Range): void {
  const direction = directions[event.key];
  if (!event.shiftKey || direction === undefined) return;
  event.preventDefault();
  const steps = Math.round((value - min) / step) + 10 * direction;
  onInput(Math.min(max, Math.max(min, Number((min + steps * step).toPrecision(12)))));
}
