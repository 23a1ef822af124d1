import { type HistogramOptions, histogram } from "@outgrad/viz";
import { signal } from "@preact/signals";
import { rough } from "../measure/ratio-words.ts";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { Select } from "../ui/select.tsx";
import { measuring } from "./store.ts";

/** The size that is looked at; the largest one until another is chosen. */
const chosen = signal<string | null>(null);

/** How far float32 is from float64, on both. */
export function ErrorsPanel() {
  const rows = measuring.result.value?.rows ?? [];
  const row = rows.find(({ n }) => String(n) === chosen.value) ?? rows.at(-1);
  if (row === undefined) return null;
  const options: HistogramOptions = {
    title: `Errors at ${row.n} × ${row.n}`,
    series: [
      { name: "GPU", values: row.gpu.sample },
      { name: "CPU", values: row.cpu.sample },
    ],
    scale: "share",
    xLabel: "error, in roundings of float32",
  };
  return (
    <Panel title="Errors against float64" class="errors-panel">
      <Select
        label="Size"
        options={rows.map(({ n }) => [String(n), `${n} × ${n}`] as const)}
        value={String(row.n)}
        onChange={(n) => {
          chosen.value = n;
        }}
      />
      <Picture draw={(width) => histogram({ ...options, width, height: 260 })} />
      <p class="note">A rounding: 2⁻²⁴ of the root mean square of the results.</p>
      <p>
        Of {row.n} × {row.n} results, 16 rows were compared with the same in float64. The GPU is off by{" "}
        {rough(row.gpu.absolute)} at most, {rough(row.gpu.relative)} of the result; the CPU's float32 by{" "}
        {rough(row.cpu.absolute)}, {rough(row.cpu.relative)} of the result.
      </p>
      <Numbers drawing={histogram(options)} />
    </Panel>
  );
}
