import { useState } from "preact/hooks";
import { format } from "../format.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Panel } from "../ui/panel.tsx";
import { moveTenSteps } from "../ui/slider.tsx";
import { Term } from "../ui/term.tsx";
import { sliderRange } from "./slider-range.ts";
import { circuit, leaves, pointed, setLeaf } from "./source.ts";

/** So many leaves are shown at first. */
const most = 24;

/** A slider and a field for every leaf; everything on the screen follows. */
export function LeavesPanel() {
  const [all, setAll] = useState(false);
  const ids = new Map(circuit.value.tape.flatMap(({ id, isLeaf, label }) => (isLeaf ? [[label, id]] : [])));
  const shown = [...leaves.value].slice(0, all ? undefined : most);
  const hidden = leaves.value.size - shown.length;
  return (
    <Panel title={<Term word="leaf">Leaves</Term>} class="leaves">
      <ul class="leaf-list">
        {shown.map(([name, value]) => (
          <li
            key={name}
            class={pointed.value === ids.get(name) ? "leaf pointed" : "leaf"}
            onMouseEnter={() => {
              pointed.value = ids.get(name) ?? null;
            }}
            onMouseLeave={() => {
              pointed.value = null;
            }}
          >
            <Leaf name={name} value={value} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          Show {hidden} more
        </button>
      )}
    </Panel>
  );
}

function Leaf({ name, value }: { readonly name: string; readonly value: number }) {
  const range = { ...sliderRange(value), value, onInput: (next: number) => setLeaf(name, next) };
  return (
    <>
      <span class="leaf-name">{name}</span>
      <input
        type="range"
        min={range.min}
        max={range.max}
        step={range.step}
        value={value}
        aria-label={name}
        aria-valuetext={`${name} = ${format(value)}`}
        onInput={(event) => setLeaf(name, event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => moveTenSteps(event, range)}
      />
      <NumberField class="leaf-number" label={`Value of ${name}`} value={value} onInput={range.onInput} />
    </>
  );
}
