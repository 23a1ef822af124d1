import "../../styles/geometry.css";
import { useRef } from "preact/hooks";
import { Panel } from "../../ui/panel.tsx";
import { Select } from "../../ui/select.tsx";
import { useWidth } from "../../ui/width.ts";
import type { Circuit } from "../circuit.ts";
import { look, looking, theResult } from "../numeric/looking.ts";
import { studied } from "../studied.ts";
import { CurveView } from "./curve-view.tsx";
import { MapView } from "./map-view.tsx";

/** The result as a curve over one leaf, with its tangent, or as a map over two, with its gradient. */
export function GeometryPanel() {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const now = studied.value;
  const names = [...now.leaves.keys()];
  const [across, up] = axesOf(now);
  const options = names.map((name) => [name, name] as const);
  const others = options.filter(([name]) => name !== across);
  return (
    <Panel title="The gradient in a picture" class="geometry">
      {names.length > 1 && across !== undefined && (
        <div class="row geometry-axes">
          <Select
            label="Across"
            options={options}
            value={across}
            onChange={(name) => look(name === up ? { across: name, up: across } : { across: name })}
          />
          <Select
            label="Up"
            options={[[theResult, "the result"] as const, ...others]}
            value={up ?? theResult}
            onChange={(name) => look({ across, up: name })}
          />
        </div>
      )}
      <div ref={box} class="geometry-parts">
        {across === undefined || width === 0 ? null : up === undefined ? (
          <CurveView key={across} leaf={across} width={width} />
        ) : (
          <MapView key={`${across} ${up}`} across={across} up={up} width={width} />
        )}
      </div>
    </Panel>
  );
}

/** One leaf makes a curve, two a map; of more, the first is shown until somebody chooses. */
function axesOf({ leaves }: Circuit): readonly [across: string | undefined, up: string | undefined] {
  const wanted = looking.value;
  const names = [...leaves.keys()];
  const across = leaves.has(wanted.across) ? wanted.across : names[0];
  const others = names.filter((name) => name !== across);
  if (wanted.up === theResult) return [across, undefined];
  const up = others.includes(wanted.up) ? wanted.up : names.length === 2 ? others[0] : undefined;
  return [across, up];
}
