import { log } from "@outgrad/ops/intrinsics";
import { times } from "../measure/ratio-words.ts";
import { pathNames } from "./paths.ts";
import type { Row, Timed } from "./race.ts";
import { isTimed } from "./words.ts";

/** Bars from eager's 1 to each path's ratio, equal factors equally long, with a whisker over the middle half of the rounds. */
export function Bars({ rows }: { readonly rows: readonly Row[] }) {
  const timed = rows.filter(isTimed);
  const decades = decadesOf(timed);
  const { low, high } = decades;
  const place = (ratio: number) => `${(100 * (log(ratio) / Math.LN10 - low)) / (high - low)}%`;
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => Number(`1e${low + i}`));
  const isBetween = (i: number) => (low + i) % 2 !== 0;
  return (
    <ol class="race" aria-label="Steps in the time that eager takes for one">
      {rows.map((row) => (
        <li key={row.path} class={row.path === "eager" ? "is-eager" : ""}>
          <span class="race-name">{pathNames[row.path]}</span>
          <span class="race-track" aria-hidden="true">
            {ticks.map((tick) => (
              <span key={tick} class={`race-tick ${tick === 1 ? "one" : ""}`} style={{ left: place(tick) }} />
            ))}
            {isTimed(row) && row.ratio && <Bar {...row.ratio} place={place} />}
          </span>
          <span class="race-ratio num" data-ratio={row.path}>
            {!isTimed(row) ? "not here" : row.ratio ? times(row.ratio.median) : "…"}
          </span>
        </li>
      ))}
      <li class="race-scale" aria-hidden="true">
        <span class="race-name" />
        <span class="race-track">
          {ticks.map((tick, i) => (
            <span key={tick} class={isBetween(i) ? "between" : ""} style={{ left: place(tick) }}>
              {tick < 1 ? `1/${Math.round(1 / tick)}` : tick}
            </span>
          ))}
        </span>
        <span class="race-ratio" />
      </li>
    </ol>
  );
}

interface BarProps {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  place(ratio: number): string;
}

function Bar({ low, median, high, place }: BarProps) {
  const [from, to] = median < 1 ? [median, 1] : [1, median];
  return (
    <>
      <span class={`race-bar ${median < 1 ? "slower" : ""}`} style={between(place, from, to)} />
      <span class="race-whisker" style={between(place, low, high)} />
    </>
  );
}

const between = (place: BarProps["place"], from: number, to: number) => ({
  left: place(from),
  right: `calc(100% - ${place(to)})`,
});

/** The powers of ten around all ratios, a hundredth to a hundred at least. */
function decadesOf(timed: readonly Timed[]): { low: number; high: number } {
  const all = timed.flatMap(({ ratio }) => (ratio ? [ratio.low, ratio.high] : []));
  const exponent = (x: number) => Number(x.toExponential().split("e")[1]);
  return {
    low: Math.min(-2, ...all.map(exponent)),
    high: Math.max(2, ...all.map((x) => exponent(x) + 1)),
  };
}
