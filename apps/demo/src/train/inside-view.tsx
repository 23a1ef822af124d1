import type { OgStepper } from "@outgrad/viz/elements";
import { signal } from "@preact/signals";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { count, format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Slider } from "../ui/slider.tsx";
import { useWidth } from "../ui/width.ts";
import type { Inside, Place } from "./inside.ts";
import { look, looking, nameOf, sample, task } from "./looking.ts";
import { useOnScreen } from "./on-screen.ts";
import { steady } from "./steady.ts";
import { client } from "./store.ts";

/** Whether the graph is where it can be seen. */
const seen = signal(true);
/** A graph is costly to draw; while the run plays, nobody reads one that changes faster. */
const steadyInside = steady(client.inside, 700, seen);

/** One sample on its way through the network: every value of the neuron that is chosen, step by step. */
export function InsideView() {
  return (
    <Panel title="Looking inside: one sample" class="inside" tools={<Extent />}>
      <Sample />
      {steadyInside.value && <PlaceGraph inside={steadyInside.value} />}
    </Panel>
  );
}

function Extent() {
  const inside = client.inside.value;
  return inside && <span class="small muted">{`Replay of ${count(inside.nodes)} values`}</span>;
}

function Sample() {
  const { inputs, labels, train } = task.value;
  const at = sample.value;
  const trained = useMemo(() => new Set(train), [train]);
  const kind = trained.has(at) ? "train" : "test";
  const numbers = inputs[at]?.map((x) => format(x, 2)).join(", ");
  return (
    <Slider
      label="Sample"
      min={0}
      max={inputs.length - 1}
      step={1}
      value={at}
      text={`${at}: (${numbers}), class ${labels[at]}, to ${kind}`}
      onInput={(value) => look({ sample: value })}
    />
  );
}

/** Below this width in pixels a tape does not fit beside or below formulas. */
const narrow = 520;

/** Whether the elements of viz are there. */
const areReady = signal(false);

function PlaceGraph({ inside: { graph, place, layers } }: { readonly inside: Inside }) {
  const id = useId();
  useEffect(() => {
    import("@outgrad/viz/elements").then(() => {
      areReady.value = true;
    });
  }, []);
  const { moment } = looking.value;
  // Preact writes null as "", which is no position.
  const position = moment < 0 ? Number.POSITIVE_INFINITY : moment;
  const box = useRef<HTMLElement>(null);
  const isNarrow = useWidth(box) < narrow;
  useOnScreen(box, seen);
  return (
    <section ref={box} class="place" aria-labelledby={id}>
      <div class="panel-head">
        <h3 id={id}>{headOf(place)}</h3>
      </div>
      <p class="note">{noteOf(place, layers)}</p>
      {areReady.value && (
        <>
          <og-stepper
            graph={graph}
            position={position}
            onog-step={({ detail, currentTarget }) => {
              const { last } = (currentTarget as OgStepper).story ?? {};
              look({ moment: detail.position === last ? -1 : detail.position });
            }}
          >
            {/* In little room the tape has its own place; else the stepper brings one beside the formulas. */}
            {isNarrow && <og-graph />}
          </og-stepper>
          {isNarrow && <og-tape graph={graph} position={position} />}
        </>
      )}
    </section>
  );
}

const headOf = (at: Place): string =>
  at === "loss" ? "From the scores to the loss" : `Every value of neuron ${nameOf(at)}`;

function noteOf(at: Place, layers: Inside["layers"]): string {
  if (at === "loss") return "Choose a card of the network to look inside that neuron instead.";
  const grad = layers[at.layer]?.[at.neuron]?.grad ?? Number.NaN;
  return `Backward begins with 1 here: how the neuron's output changes. Times the neuron's own gradient, ${format(grad, 3)}, that is how the loss changes.`;
}
