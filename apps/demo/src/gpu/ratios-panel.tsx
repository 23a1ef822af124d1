import { lossCurve } from "@outgrad/viz";
import type { Quartiles } from "../measure/quartiles.ts";
import { rough, times } from "../measure/ratio-words.ts";
import { Panel } from "../ui/panel.tsx";
import { Picture } from "../ui/picture.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import type { SizeRow } from "./measure.ts";
import { measuring } from "./store.ts";
import { crossover, percents } from "./words.ts";

/** The CPU's time by the GPU's, as a picture and as a table. */
export function RatiosPanel() {
  const report = measuring.result.value;
  const rows = report?.rows ?? [];
  const left = report?.left ?? [];
  return (
    <Panel title="The GPU's speed, the CPU's being 1" class="ratios">
      {rows.length > 0 ? (
        <>
          <Picture draw={(width) => ratios(rows, width)} />
          <Table rows={rows} />
        </>
      ) : (
        <p class="note">Nothing measured yet. Every number here is a ratio, measured on this machine.</p>
      )}
      {rows.length > 0 && (
        <p class="note">
          Medians of five rounds in which all ran in turn, and the middle half of them. Above 1 the GPU is
          faster.
          {left.length > 0 && ` Left out, because it would take long here: ${left.join(", ")}.`}
        </p>
      )}
    </Panel>
  );
}

function ratios(rows: readonly SizeRow[], width: number) {
  const steps = rows.map(({ n }) => 31 - Math.clz32(n));
  return lossCurve({
    series: [
      { name: "fed and read each time", steps, values: rows.map(({ there }) => there.median) },
      { name: "kept on the GPU", steps, values: rows.map(({ kept }) => kept.median) },
      { name: "as fast as the CPU", steps, values: rows.map(() => 1) },
    ],
    scale: "log",
    xLabel: "k, for n = 2ᵏ: 6 is 64, 11 is 2048",
    yLabel: "CPU's time / GPU's time",
    width,
    height: 280,
  });
}

function Table({ rows }: { readonly rows: readonly SizeRow[] }) {
  const first = crossover(rows, "there");
  return (
    <ScrollRegion label="The ratios as a table">
      <table data-ratios>
        <thead>
          <tr>
            <th scope="col">n</th>
            <th scope="col" class="num">
              Fed and read
            </th>
            <th scope="col" class="num">
              Kept there
            </th>
            <th scope="col" class="num">
              Transfer's share
            </th>
            <th scope="col" class="num">
              Largest error
            </th>
            <th scope="col" class="num">
              Relative
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.n} class={row.n === first ? "is-crossover" : ""}>
              <th scope="row">
                {row.n}
                {row.n === first && " ← crossover"}
              </th>
              <Cell {...row.there} text={times} />
              <Cell {...row.kept} text={times} />
              <Cell {...row.transfer} text={percents} />
              <td class="num">{rough(row.gpu.absolute)}</td>
              <td class="num">{rough(row.gpu.relative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ low, median, high, text }: Quartiles & { text(x: number): string }) {
  return (
    <td class="num">
      {text(median)} <span class="spread">{`${text(low)} – ${text(high)}`}</span>
    </td>
  );
}
