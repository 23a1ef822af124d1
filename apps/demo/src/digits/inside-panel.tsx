import { type HeatMapsOptions, heatMaps } from "@outgrad/viz";
import type { ComponentChildren } from "preact";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { Term } from "../ui/term.tsx";
import type { Inside, Signals } from "./look.ts";
import { client } from "./store.ts";

/** What the network has learned to look for, and what it finds in the picture. */
export function InsidePanel() {
  const inside = client.inside.value;
  return (
    <Panel title="Inside the network" class="inside-net">
      {inside && (inside.weights.rows === 8 ? <Units {...inside} /> : <Filters {...inside} />)}
    </Panel>
  );
}

/** Of an MLP: the weights of each unit of the first layer as a picture, and how strongly it answers. */
function Units({ weights, layers: [first, second] }: Inside) {
  return (
    <>
      <Maps
        head="What the 128 units of the first layer look for"
        options={{ ...mapsOf(weights, first?.data), title: "Weights of the first layer" }}
      >
        Full squares, blue: ink here excites the unit. Small squares, orange: ink here quiets it. Green bar:
        how strongly it answers to this picture, after the <Term word="relu">ReLU</Term>.
      </Maps>
      {second && (
        <Maps
          head="The 64 units of the second layer"
          options={{ ...gridOf(second), title: "Outputs of the second layer", scale: "ink", cell: 20 }}
        >
          The stronger the shade, the stronger the unit's answer to this picture.
        </Maps>
      )}
    </>
  );
}

/** Of a conv net: its filters, and the maps of what they find. */
function Filters({ weights, layers: [first, second] }: Inside) {
  return (
    <>
      <Maps
        head="The 16 filters of the first layer"
        options={{ ...mapsOf(weights), title: "Filters of the first layer", cell: 12 }}
      >
        Each looks for a pattern of 3 × 3 pixels, everywhere. Full squares, blue: ink is wanted. Small
        squares, orange: paper is.
      </Maps>
      {first && (
        <Maps
          head="Where they find it in this picture"
          options={{ ...mapsOf(first), title: "Feature maps of the first layer", scale: "ink", cell: 6 }}
        />
      )}
      {second && (
        <Maps
          head="The 32 maps of the second layer"
          options={{ ...mapsOf(second), title: "Feature maps of the second layer", scale: "ink", cell: 10 }}
        />
      )}
    </>
  );
}

/** Below this width in pixels many maps would be a long way down. */
const narrow = 420;

interface MapsProps {
  readonly head: string;
  readonly options: HeatMapsOptions;
  readonly children?: ComponentChildren;
}

function Maps({ head, options, children }: MapsProps) {
  return (
    <div class="maps">
      <h3>{head}</h3>
      {children && <p class="note">{children}</p>}
      <Picture draw={(width) => heatMaps({ cell: width < narrow ? 4 : 5, ...options, width })} />
      <Numbers drawing={heatMaps(options)} />
    </div>
  );
}

/** One map for each unit, with a bar for its answer. */
function mapsOf({ count, rows, columns, data }: Signals, answers?: Float32Array): HeatMapsOptions {
  const size = rows * columns;
  const maps = Array.from({ length: count }, (_, i) => ({
    values: data.subarray(size * i, size * (i + 1)),
    ...(answers && { bar: answers[i] as number }),
  }));
  return { maps, rows, columns, most: nearlyMost(data) };
}

/** The size that all but a few numbers stay below: full colour for the largest alone would leave all others pale. */
function nearlyMost(data: Float32Array): number {
  const sizes = data.map((x) => Math.abs(x)).sort();
  return sizes[Math.floor(0.98 * (sizes.length - 1))] || 1;
}

/** One map with a cell for each unit. */
const gridOf = ({ data }: Signals): HeatMapsOptions => ({
  maps: [{ values: data }],
  rows: 4,
  columns: data.length / 4,
});
