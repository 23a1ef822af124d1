import { format } from "../../format.ts";
import { type Range, type Scale, scaleOf, ticks } from "./range.ts";

/** The rectangle of a plot in its picture, and what its sides stand for. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

const room = { left: 58, right: 12, top: 12, bottom: 42 };

/** A frame with room for numbers and names around it. */
export function frameOf(width: number, height: number, x: Range, y: Range): Frame {
  const box = { left: room.left, right: width - room.right, top: room.top, bottom: height - room.bottom };
  return {
    width,
    height,
    ...box,
    x: scaleOf(x, box.left, box.right),
    y: scaleOf(y, box.bottom, box.top),
  };
}

interface AxesProps {
  readonly frame: Frame;
  readonly x: Range;
  readonly y: Range;
  readonly xName: string;
  readonly yName: string;
}

/** The grid with its numbers, and the names of the axes. */
export function Axes({ frame, x, y, xName, yName }: AxesProps) {
  const { left, right, top, bottom } = frame;
  const xTicks = ticks(x, Math.max(2, Math.floor((right - left) / 80)));
  const yTicks = ticks(y, Math.max(2, Math.floor((bottom - top) / 50)));
  const middle = (top + bottom) / 2;
  return (
    <g class="axes">
      {xTicks.map((value) => (
        <g key={`x${value}`} transform={`translate(${frame.x.place(value)} 0)`}>
          <path d={`M0,${top}V${bottom}`} class={value === 0 ? "zero" : ""} />
          <text y={bottom + 17} class="middle">
            {format(value)}
          </text>
        </g>
      ))}
      {yTicks.map((value) => (
        <g key={`y${value}`} transform={`translate(0 ${frame.y.place(value)})`}>
          <path d={`M${left},0H${right}`} class={value === 0 ? "zero" : ""} />
          <text x={left - 7} y={4} class="end">
            {format(value)}
          </text>
        </g>
      ))}
      <rect x={left} y={top} width={right - left} height={bottom - top} />
      <text x={(left + right) / 2} y={bottom + 36} class="middle name">
        {xName}
      </text>
      <text transform={`translate(13 ${middle}) rotate(-90)`} class="middle name">
        {yName}
      </text>
    </g>
  );
}
