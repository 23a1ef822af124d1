import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { announce } from "../ui/live-region.tsx";
import { pathOf, side, withLine } from "./bitmap.ts";
import { bitmap, clear, draw, remember, undo } from "./store.ts";

type Cell = readonly [x: number, y: number];

interface PadProps {
  readonly erases: boolean;
  /** What stands right below the grid. */
  readonly children: ComponentChildren;
}

/** The grid to draw on: with the mouse, a finger or a pen, or with the arrow keys. */
export function Pad({ erases, children }: PadProps) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<Cell | null>(null);
  const [cursor, setCursor] = useState<Cell>([15, 4]);
  const [isDown, setDown] = useState(false);
  const [hasKeys, setKeys] = useState(false);
  const help = useId();

  const stroke = (from: Cell, to: Cell) => draw(withLine(bitmap.peek(), from, to, erases ? 0 : 1));

  const cellAt = ({ clientX, clientY }: PointerEvent): Cell => {
    const { left, top, width } = (box.current as HTMLDivElement).getBoundingClientRect();
    const cell = (at: number, start: number) => ((at - start) / width) * side - 0.5;
    return [cell(clientX, left), cell(clientY, top)];
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    box.current?.focus({ preventScroll: true });
    setKeys(false);
    box.current?.setPointerCapture(event.pointerId);
    remember();
    last.current = cellAt(event);
    stroke(last.current, last.current);
  };
  const go = (event: PointerEvent) => {
    if (last.current === null) return;
    // A fast hand moves several cells between two frames: all places that the browser knows of are drawn.
    const places = event.getCoalescedEvents?.() ?? [];
    for (const place of places.length > 0 ? places : [event]) {
      const to = cellAt(place);
      stroke(last.current, to);
      last.current = to;
    }
  };
  const end = () => {
    last.current = null;
  };

  const keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      return undo();
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = directions[event.key];
    if (direction) {
      event.preventDefault();
      setKeys(true);
      const by = event.shiftKey ? 1 : 2;
      const to: Cell = [inside(cursor[0] + by * direction[0]), inside(cursor[1] + by * direction[1])];
      if (isDown) stroke(cursor, to);
      setCursor(to);
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      setKeys(true);
      if (!isDown) {
        remember();
        stroke(cursor, cursor);
      }
      setDown(!isDown);
      announce(isDown ? "Pen up." : `Pen down at column ${cursor[0] + 1}, row ${cursor[1] + 1}.`);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      setDown(false);
      clear();
      announce("The grid is empty.");
    }
  };

  return (
    <>
      <div
        ref={box}
        class="pad"
        role="application"
        aria-roledescription="drawing grid"
        aria-label="Draw a digit"
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on with keys too.
        tabIndex={0}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={keys}
        onBlur={() => {
          setDown(false);
          setKeys(false);
        }}
      >
        <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
          <path class="pad-ink" d={pathOf(bitmap.value)} shape-rendering="crispEdges" />
          <path class="pad-grid" d={grid} />
          {hasKeys && (
            <circle
              class={isDown ? "pad-pen down" : "pad-pen"}
              cx={cursor[0] + 0.5}
              cy={cursor[1] + 0.5}
              r="1.6"
            />
          )}
        </svg>
      </div>
      {children}
      <p id={help} class="note">
        Draw with a finger or the mouse. With keys: arrows move, Space puts the pen down and up, Delete
        clears.
      </p>
    </>
  );
}

const directions: Readonly<Record<string, Cell>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const inside = (place: number): number => Math.max(0, Math.min(side - 1, place));

/** The borders of the 8 by 8 pixels. */
const grid = Array.from({ length: 7 }, (_, i) => `M${4 * i + 4},0v32M0,${4 * i + 4}h32`).join("");
