import { draw } from "@outgrad/viz";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { count, format } from "../format.ts";
import { panWithMouse } from "../ui/pan.ts";
import { Panel } from "../ui/panel.tsx";
import { Numbers } from "../ui/picture.tsx";
import { Slider } from "../ui/slider.tsx";
import { useWidth } from "../ui/width.ts";
import type { Inside, Place } from "./inside.ts";
import { look, nameOf, sample, task } from "./looking.ts";
import { client } from "./store.ts";

/** One sample on its way through the network: every value of the neuron that is chosen. */
export function InsideView() {
  const inside = client.inside.value;
  return (
    <Panel
      title="Looking inside: one sample"
      class="inside"
      tools={inside && <span class="small muted">{`Replay of ${count(inside.nodes)} values`}</span>}
    >
      <Sample />
      {inside && <PlaceGraph inside={inside} />}
    </Panel>
  );
}

function Sample() {
  const { inputs, labels, train } = task.value;
  const at = sample.value;
  const trained = useMemo(() => new Set(train), [train]);
  const kind = trained.has(at) ? "train" : "test";
  const numbers = inputs[at]?.map((x) => format(x, 2)).join(", ");
  return (
    <Slider
      label="Sample, or click on one in the picture"
      min={0}
      max={inputs.length - 1}
      step={1}
      value={at}
      text={`${at}: (${numbers}), class ${labels[at]}, to ${kind}`}
      onInput={(value) => look({ sample: value })}
    />
  );
}

/** Below this width in pixels the graph runs from top to bottom. */
const narrow = 560;

function PlaceGraph({ inside }: { readonly inside: Inside }) {
  const box = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  const room = useWidth(box);
  const direction = room < narrow ? "TB" : "LR";
  const drawing = useMemo(() => draw(inside.graph, { direction }), [inside.graph, direction]);
  const svg = useMemo(() => drawing.svg(), [drawing]);
  const id = useId();
  return (
    <>
      <div class="panel-head">
        <h3 id={id}>{headOf(inside.place)}</h3>
        {widthOf(svg) > room && (
          <button type="button" class="button quiet small" aria-pressed={fits} onClick={() => setFits(!fits)}>
            {fits ? "Real size" : "Fit width"}
          </button>
        )}
      </div>
      <section
        ref={box}
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        class={fits ? "graph-box fits" : "graph-box"}
        onPointerDown={panWithMouse}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <Numbers drawing={drawing} />
    </>
  );
}

const headOf = (at: Place): string =>
  at === "loss" ? "From the scores to the loss" : `Every value of neuron ${nameOf(at)}`;

/** The width of a drawing at its real size, in pixels. */
const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
