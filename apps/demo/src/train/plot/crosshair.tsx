import { useState } from "preact/hooks";
import { format } from "../../format.ts";
import { announce } from "../../ui/live-region.tsx";
import type { Box } from "../plane.ts";
import { type Frame, placeOf, pointAt } from "./frame.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

interface CrosshairProps {
  readonly box: Box;
  readonly frame: Frame;
  readonly label: string;
  /** What a click, a tap or Enter does at a point. */
  onPick(point: Point): void;
  /** What the key Delete does; nothing where it is absent. */
  onDelete?(point: Point): void;
  /** What a digit does. */
  onDigit?(digit: string): void;
  /** What there is at a point, in words. */
  describe(point: Point): string;
}

const steps = 40;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Points at the plane: by mouse and finger, and by keyboard with a cross that the arrow keys move. */
export function Crosshair({ box, frame, label, onPick, onDelete, onDigit, describe }: CrosshairProps) {
  const [cross, setCross] = useState<Point | null>(null);
  const middle = { x: (box.x[0] + box.x[1]) / 2, y: (box.y[0] + box.y[1]) / 2 };
  const at = cross ?? middle;
  const keys = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow) {
      const far = event.shiftKey ? 5 : 1;
      const next = {
        x: moved(at.x, arrow[0] * far, box.x),
        y: moved(at.y, arrow[1] * far, box.y),
      };
      setCross(next);
      announce(`x ${format(next.x, 2)}, y ${format(next.y, 2)}${describe(next)}`);
    } else if (event.key === "Enter" || event.key === " ") onPick(at);
    else if ((event.key === "Delete" || event.key === "Backspace") && onDelete) onDelete(at);
    else if (/^\d$/.test(event.key) && onDigit) onDigit(event.key);
    else return;
    event.preventDefault();
  };
  const { left, top } = placeOf(box, frame, at.x, at.y);
  return (
    <div
      class="crosshair"
      role="application"
      aria-roledescription="plane to point at"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the cross.
      tabIndex={0}
      style={{
        left: `${frame.left}px`,
        top: `${frame.top}px`,
        width: `${frame.side}px`,
        height: `${frame.side}px`,
      }}
      onFocus={() => setCross(at)}
      onBlur={() => setCross(null)}
      onKeyDown={keys}
      onClick={(event) => {
        const { left: x, top: y } = event.currentTarget.getBoundingClientRect();
        onPick(pointAt(box, frame, event.clientX - x + frame.left, event.clientY - y + frame.top));
      }}
    >
      {cross && (
        <span class="cross" style={{ left: `${left - frame.left}px`, top: `${top - frame.top}px` }} />
      )}
    </div>
  );
}

function moved(value: number, by: number, [low, high]: readonly [number, number]): number {
  const step = (high - low) / steps;
  const next = Math.round((value - low) / step + by) * step + low;
  return Math.min(high, Math.max(low, Number(next.toPrecision(12))));
}
