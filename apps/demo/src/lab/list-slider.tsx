import type { ComponentChildren } from "preact";
import { Slider } from "../ui/slider.tsx";
import { nearest } from "./scales.ts";

interface ListSliderProps {
  readonly label: ComponentChildren;
  /** The numbers that it stops at, rising. */
  readonly list: readonly number[];
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
  onInput(value: number): void;
}

/** A slider over the numbers of a list. */
export function ListSlider({ label, list, value, text, onInput }: ListSliderProps) {
  return (
    <Slider
      label={label}
      min={0}
      max={list.length - 1}
      step={1}
      value={nearest(list, value)}
      text={text}
      onInput={(i) => onInput(list[i] as number)}
    />
  );
}
