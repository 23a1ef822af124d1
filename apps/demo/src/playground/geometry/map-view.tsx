import { useSlices } from "../numeric/slices.ts";
import { setLeaves } from "../source.ts";
import { isLarge, studied } from "../studied.ts";
import { fields } from "./contours.ts";
import { functionKey, programKey, resultName } from "./function-key.ts";
import { MapPlot } from "./map-plot.tsx";
import { PlotWords } from "./plot-words.tsx";
import { alike } from "./range.ts";
import { useRange } from "./use-range.ts";
import { type Direction, fieldTable, mapSentence } from "./words.ts";

interface MapViewProps {
  readonly across: string;
  readonly up: string;
  readonly width: number;
}

/** The result over two leaves. */
export function MapView({ across, up, width }: MapViewProps) {
  const now = studied.value;
  const [a, b] = [across, up].map((name) => ({
    name,
    x: now.leaves.get(name) ?? 0,
    grad: now.slopes.get(name) ?? 0,
  })) as [Direction, Direction];
  const [ownX, zoomX] = useRange(across, a.x);
  const [ownY, zoomY] = useRange(up, b.x);
  const [xRange, yRange] = alike(ownX, ownY);
  const f = (x: number, y: number) =>
    now.evaluate(
      new Map([
        [across, x],
        [up, y],
      ]),
    );
  const axes = [xRange.low, xRange.high, yRange.low, yRange.high].join(" ");
  const key = functionKey(now, [across, up]);
  const of = programKey(now);
  const found = useSlices(() => on(axes, of, fields(f, xRange, yRange)), [key, axes], isLarge(now));
  const sentence = mapSentence(a, b, resultName(now), now.result);
  return (
    <>
      <MapPlot
        width={width}
        across={a}
        up={b}
        result={now.result}
        ranges={[xRange, yRange]}
        field={found?.axes === axes && found.of === of ? found.field : undefined}
        sentence={sentence}
        onMove={(x, y) =>
          setLeaves(
            new Map([
              [across, x],
              [up, y],
            ]),
          )
        }
      />
      <PlotWords
        sentence={`${sentence} Lines of equal height; dashed below 0.`}
        table={() => fieldTable(f, [across, xRange], [up, yRange])}
        onZoom={(factor) => {
          zoomX(factor);
          zoomY(factor);
        }}
      />
    </>
  );
}

/**
 * Fields with the axes and the program that they are of: on others they would be drawn at wrong places, or below the
 * arrow of something else.
 */
function* on(axes: string, of: string, all: ReturnType<typeof fields>) {
  for (const field of all) yield field && { axes, of, field };
}
