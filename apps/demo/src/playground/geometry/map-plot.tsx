import { format } from "../../format.ts";
import { type Frame, frameOf } from "./axes.tsx";
import { contour, type Field, levelsOf, type Segment } from "./contours.ts";
import { Handle } from "./handle.tsx";
import { Plot } from "./plot.tsx";
import { type Range, rounded, stepOf } from "./range.ts";
import type { Direction } from "./words.ts";

interface MapPlotProps {
  readonly width: number;
  readonly across: Direction;
  readonly up: Direction;
  readonly result: number;
  readonly ranges: readonly [across: Range, up: Range];
  /** Missing until it is computed. */
  readonly field: Field | undefined;
  readonly sentence: string;
  onMove(across: number, up: number): void;
}

/** Lines of equal height over two leaves, with the gradient as an arrow at the point. */
export function MapPlot({ width, across, up, result, ranges, field, sentence, onMove }: MapPlotProps) {
  const side = Math.min(width, 460);
  const [xRange, yRange] = ranges;
  const frame = frameOf(side, side - 16, xRange, yRange);
  const { x, y } = frame;
  const [xStep, yStep] = [stepOf(xRange, 200), stepOf(yRange, 200)];
  const at = [x.place(across.x), y.place(up.x)] as const;
  const levels = field ? levelsOf(field, result) : [];
  const handle = (
    <Handle
      frame={frame}
      at={at}
      isFree
      label={`${across.name} and ${up.name}`}
      value={across.x}
      low={xRange.low}
      high={xRange.high}
      text={sentence}
      onDrag={(px, py) => onMove(rounded(x.value(px), xStep), rounded(y.value(py), yStep))}
      onStep={(right, higher) =>
        onMove(
          right === 0 ? across.x : rounded(across.x + right * xStep, xStep),
          higher === 0 ? up.x : rounded(up.x + higher * yStep, yStep),
        )
      }
    />
  );
  return (
    <Plot
      frame={frame}
      x={xRange}
      y={yRange}
      xName={across.name}
      yName={up.name}
      sentence={sentence}
      handle={handle}
    >
      {field && levels.map((level) => <Contour key={level} frame={frame} field={field} level={level} />)}
      <Arrow from={at} frame={frame} across={across} up={up} />
    </Plot>
  );
}

interface ContourProps {
  readonly frame: Frame;
  readonly field: Field;
  readonly level: number;
}

/** One line with its height written on it, near the diagonal, where the lines' heights do not meet. */
function Contour({ frame: { left, right, top, bottom }, field, level }: ContourProps) {
  const segments = contour(field, level);
  const px = (share: number) => left + share * (right - left);
  const py = (share: number) => bottom - share * (bottom - top);
  const path = segments
    .map(
      ([x1, y1, x2, y2]) =>
        `M${[px(x1), py(y1)].map((n) => n.toFixed(1))}L${[px(x2), py(y2)].map((n) => n.toFixed(1))}`,
    )
    .join("");
  const label = nearDiagonal(segments);
  if (segments.length === 0) return null;
  return (
    <>
      <path class={level < 0 ? "contour below" : "contour"} d={path} />
      {label && (
        <text class="height" x={px(label[0])} y={py(label[1]) + 4}>
          {format(level)}
        </text>
      )}
    </>
  );
}

/** Where a line comes nearest to the diagonal, away from the edges, which would cut its number. */
function nearDiagonal(segments: readonly Segment[]): readonly [number, number] | undefined {
  let best: Segment | undefined;
  for (const segment of segments) {
    const [x, y] = segment;
    if (Math.min(x, y) < 0.06 || Math.max(x, y) > 0.94) continue;
    if (!best || Math.abs(x - y) < Math.abs(best[0] - best[1])) best = segment;
  }
  return best && [best[0], best[1]];
}

interface ArrowProps {
  readonly frame: Frame;
  readonly from: readonly [number, number];
  readonly across: Direction;
  readonly up: Direction;
}

const arrowLength = 64;

/** Uphill, always as long: its length in numbers would mostly be too short or too long to see. */
function Arrow({ frame, from, across, up }: ArrowProps) {
  const dx = across.grad * (frame.x.place(1) - frame.x.place(0));
  const dy = up.grad * (frame.y.place(1) - frame.y.place(0));
  const length = Math.sqrt(dx * dx + dy * dy);
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) return null;
  const [ux, uy] = [dx / length, dy / length];
  const place = (along: number, aside: number) =>
    `${(from[0] + along * ux - aside * uy).toFixed(1)},${(from[1] + along * uy + aside * ux).toFixed(1)}`;
  return (
    <g class="arrow">
      <path d={`M${place(0, 0)}L${place(arrowLength - 8, 0)}`} />
      <path
        d={`M${place(arrowLength, 0)}L${place(arrowLength - 13, 6)}L${place(arrowLength - 13, -6)}Z`}
        class="head"
      />
    </g>
  );
}
