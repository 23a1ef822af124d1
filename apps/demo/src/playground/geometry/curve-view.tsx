import { nudge } from "../nudge.ts";
import { useSlices } from "../numeric/slices.ts";
import { setLeaf } from "../source.ts";
import { isLarge, studied } from "../studied.ts";
import { CurvePlot } from "./curve-plot.tsx";
import { functionKey, programKey, resultName } from "./function-key.ts";
import { kinkIn } from "./kinks.ts";
import { PlotWords } from "./plot-words.tsx";
import { evenly, type Range } from "./range.ts";
import { type Point, sample } from "./samples.ts";
import { useRange } from "./use-range.ts";
import { curveSentence, pointsTable, secantSentence } from "./words.ts";

interface CurveViewProps {
  readonly leaf: string;
  readonly width: number;
}

/** A nudge narrower than this on the screen looks like the tangent. */
const leastNudge = 4;

/** The result over one leaf. */
export function CurveView({ leaf, width }: CurveViewProps) {
  const now = studied.value;
  const x = now.leaves.get(leaf) ?? 0;
  const [range, zoom] = useRange(leaf, x);
  const f = (t: number) => now.evaluate(new Map([[leaf, t]]));
  const key = functionKey(now, [leaf]);
  const program = programKey(now);
  const found = useSlices(() => finer(f, range, program), [key, range.low, range.high], isLarge(now));
  // The curve of another program has nothing to do with this one's tangent.
  const points = found?.program === program ? found.points : undefined;
  const direction = { name: leaf, x, grad: now.slopes.get(leaf) ?? 0 };
  const of = resultName(now);
  const h = nudge.value;
  const isSeen = (h / (range.high - range.low)) * width >= leastNudge && Number.isFinite(now.result);
  const nudged: Point | undefined = isSeen ? [x + h, f(x + h)] : undefined;
  const words = [
    curveSentence(direction, of, now.result, kinkIn(now.graph)),
    ...(nudged ? [secantSentence(h, (nudged[1] - now.result) / h)] : []),
  ].join(" ");
  return (
    <>
      {points && (
        <CurvePlot
          width={width}
          leaf={direction}
          of={of}
          result={now.result}
          range={range}
          points={points}
          nudged={nudged && Number.isFinite(nudged[1]) ? nudged : undefined}
          sentence={words}
          onMove={(next) => setLeaf(leaf, next)}
        />
      )}
      <PlotWords sentence={words} table={() => pointsTable(leaf, of, sample(f, range, 13))} onZoom={zoom} />
    </>
  );
}

/** Points of a curve, with the key of the program that they are of. */
interface Curve {
  readonly program: string;
  readonly points: readonly Point[];
}

/** Few points, then many, so that something is there at once; every 20th of them in between. */
function* finer(f: (x: number) => number, range: Range, program: string): Generator<Curve | undefined> {
  let complete: Curve | undefined;
  for (const count of [41, 321]) {
    const points: Point[] = [];
    for (const [i, x] of evenly(range, count).entries()) {
      points.push([x, f(x)]);
      if (i % 20 === 19) yield complete;
    }
    complete = { program, points };
    yield complete;
  }
}
