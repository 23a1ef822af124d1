import { useRef, useState } from "preact/hooks";
import { follow, type Range, rangeAround, zoomed } from "./range.ts";

/** The part of a leaf's axis that is shown: it stays while the leaf moves inside it, and can be zoomed. */
export function useRange(leaf: string, x: number): readonly [Range, zoom: (factor: number) => void] {
  const shown = useRef<{ leaf: string; range: Range } | undefined>(undefined);
  const [, redraw] = useState(0);
  const range = shown.current?.leaf === leaf ? follow(shown.current.range, x) : rangeAround(x);
  shown.current = { leaf, range };
  const zoom = (factor: number) => {
    shown.current = { leaf, range: zoomed(range, x, factor) };
    redraw((n) => n + 1);
  };
  return [range, zoom];
}
