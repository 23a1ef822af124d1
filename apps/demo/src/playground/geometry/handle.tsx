import { useRef } from "preact/hooks";
import type { Frame } from "./axes.tsx";

interface HandleProps {
  readonly frame: Frame;
  /** Where it stands, in pixels. */
  readonly at: readonly [x: number, y: number];
  /** Whether it moves up and down too. */
  readonly isFree: boolean;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What it stands on, in words. */
  readonly text: string;
  /** Asked to go to a place in the picture, in pixels. */
  onDrag(x: number, y: number): void;
  /** Asked to move by small steps to the right and up. */
  onStep(right: number, up: number): void;
}

const directions: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** The point on a picture: dragged, or moved with the arrow keys, by ten steps with Shift. */
export function Handle({ frame, at, isFree, label, value, low, high, text, onDrag, onStep }: HandleProps) {
  const self = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent) => {
    const picture = self.current?.parentElement;
    if (!picture || !self.current?.hasPointerCapture(event.pointerId)) return;
    const box = picture.getBoundingClientRect();
    const inside = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));
    const x = ((event.clientX - box.left) / box.width) * frame.width;
    const y = ((event.clientY - box.top) / box.height) * frame.height;
    onDrag(inside(x, frame.left, frame.right), inside(y, frame.top, frame.bottom));
  };
  const step = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    // On a curve there is one way to go, so up is right.
    const [right, up] = isFree ? direction : [direction[0] + direction[1], 0];
    const by = event.shiftKey ? 10 : 1;
    onStep(right * by, up * by);
  };
  return (
    <div
      ref={self}
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-roledescription={isFree ? "two-dimensional slider" : undefined}
      aria-valuenow={value}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuetext={text}
      style={{ left: `${at[0]}px`, top: `${at[1]}px` }}
      onPointerDown={(event) => {
        self.current?.setPointerCapture(event.pointerId);
        event.preventDefault();
        self.current?.focus();
      }}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
