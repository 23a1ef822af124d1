import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Axes, type Frame } from "./axes.tsx";
import type { Range } from "./range.ts";

interface PlotProps {
  readonly frame: Frame;
  readonly x: Range;
  readonly y: Range;
  readonly xName: string;
  readonly yName: string;
  /** What the picture shows. */
  readonly sentence: string;
  /** What is dragged on it. */
  readonly handle: ComponentChildren;
  /** What is drawn inside the axes. */
  readonly children: ComponentChildren;
}

/** A picture with axes, and something to drag on it. */
export function Plot({ frame, x, y, xName, yName, sentence, handle, children }: PlotProps) {
  const clip = useId();
  const { width, height, left, right, top, bottom } = frame;
  return (
    <div class="geometry-plot" style={{ width: `${width}px` }}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={sentence}>
        <clipPath id={clip}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
        <Axes frame={frame} x={x} y={y} xName={xName} yName={yName} />
        <g clip-path={`url(#${clip})`}>{children}</g>
      </svg>
      {handle}
    </div>
  );
}
