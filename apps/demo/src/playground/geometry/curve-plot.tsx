import { frameOf } from "./axes.tsx";
import { Handle } from "./handle.tsx";
import { Plot } from "./plot.tsx";
import { type Range, rounded, stepOf } from "./range.ts";
import { heights, type Point, pieces } from "./samples.ts";
import type { Direction } from "./words.ts";

interface CurvePlotProps {
  readonly width: number;
  readonly leaf: Direction;
  /** What is plotted, by name, and its value at the point. */
  readonly of: string;
  readonly result: number;
  readonly range: Range;
  readonly points: readonly Point[];
  /** The nudged point, where it can be seen. */
  readonly nudged: Point | undefined;
  readonly sentence: string;
  onMove(x: number): void;
}

/** f over one leaf with its tangent at the leaf's number, and the line to the nudged point. */
export function CurvePlot(props: CurvePlotProps) {
  const { width, leaf, of, result, range, points, nudged, sentence, onMove } = props;
  const shown = heights(
    points.map(([, y]) => y),
    result,
  );
  if (!shown) return <p class="note">The result is nowhere a number here.</p>;
  const frame = frameOf(width, Math.min(340, Math.max(240, width * 0.62)), range, shown);
  const { x, y, bottom } = frame;
  const path = (piece: readonly Point[]) =>
    `M${piece.map(([px, py]) => `${x.place(px).toFixed(2)},${clamped(y.place(py)).toFixed(2)}`).join("L")}`;
  const isPoint = Number.isFinite(result);
  const through = (slope: number) => {
    const reach = range.high - range.low;
    return path([
      [leaf.x - reach, result - slope * reach],
      [leaf.x + reach, result + slope * reach],
    ]);
  };
  const step = stepOf(range, 200);
  const handle = (
    <Handle
      frame={frame}
      at={[x.place(leaf.x), isPoint ? clamped(y.place(result)) : bottom]}
      isFree={false}
      label={leaf.name}
      value={leaf.x}
      low={range.low}
      high={range.high}
      text={sentence}
      onDrag={(px) => onMove(rounded(x.value(px), step))}
      onStep={(right) => onMove(rounded(leaf.x + right * step, step))}
    />
  );
  return (
    <Plot frame={frame} x={range} y={shown} xName={leaf.name} yName={of} sentence={sentence} handle={handle}>
      {pieces(points, shown).map((piece) => (
        <path key={piece[0]?.[0]} class="curve" d={path(piece)} />
      ))}
      {nudged && <path class="secant" d={through((nudged[1] - result) / (nudged[0] - leaf.x))} />}
      {isPoint && Number.isFinite(leaf.grad) && <path class="tangent" d={through(leaf.grad)} />}
      {nudged && <circle class="nudged" cx={x.place(nudged[0])} cy={y.place(nudged[1])} r={5} />}
    </Plot>
  );
}

/** Far outside of the picture is as good as anywhere outside, and drawable. */
const clamped = (y: number): number => Math.max(-1e4, Math.min(1e4, y));
