import { computed } from "@preact/signals";
import { Panel } from "../../ui/panel.tsx";
import { Numbers, Picture } from "../../ui/picture.tsx";
import { Select } from "../../ui/select.tsx";
import { Term } from "../../ui/term.tsx";
import { look, looking } from "../looking.ts";
import { unitStates } from "../sight.ts";
import { steady } from "../steady.ts";
import { client } from "../store.ts";
import { type ChartName, drawChart, type Known } from "./charts.ts";

const texts: readonly (readonly [ChartName, string])[] = [
  ["norms", "Gradient of each layer, by epoch"],
  ["weights", "Weights"],
  ["gradients", "Gradients of the last batch"],
  ["activations", "Activations on the training samples"],
  ["rate", "Learning rate"],
];

const empty: Record<ChartName, string> = {
  norms: "After the first epoch the gradients are measured.",
  weights: "",
  gradients: "",
  activations: "",
  rate: "The learning rate is constant; choose a schedule among the settings.",
};

/** What is known of the run that is in front; null while another one's numbers are still there. */
const newest = computed<Known | null>(() => {
  const config = client.running.value;
  const numbers = client.numbers.value;
  const opened = client.opened.value;
  if (!config || !numbers || !opened) return null;
  const shown = client.sight.value;
  const sight = shown?.config === config ? shown.sight : null;
  const { weights, gradients } = numbers;
  const history = client.history.value;
  return { config, history, step: numbers.step, weights, gradients, sight, rates: opened.rates };
});

/** A chart is costly to draw, and nobody reads one that changes faster. */
const known = steady(newest, 400);

/** Statistics of the run: one chart at a time, and how many units are dead or stuck. */
export function StatisticsPanel() {
  const { chart } = looking.value;
  const now = known.value;
  const drawing = now && drawChart(chart, now, 400);
  return (
    <Panel title="Statistics" class="statistics">
      <Select label="What to show" options={texts} value={chart} onChange={(next) => look({ chart: next })} />
      {drawing ? (
        <>
          <Picture draw={(width) => now && drawChart(chart, now, width)} />
          <Numbers drawing={drawing} />
        </>
      ) : (
        <p class="note">{empty[chart]}</p>
      )}
      <Units />
    </Panel>
  );
}

function Units() {
  const states = known.value?.sight?.states;
  if (!states) return null;
  const count = (state: "dead" | "saturated") =>
    states.reduce((sum, each) => sum + (unitStates[each] === state ? 1 : 0), 0);
  const [dead, saturated] = [count("dead"), count("saturated")];
  return (
    <p class="note" data-units>
      {dead} <Term word="deadUnit">dead</Term> and {saturated} <Term word="saturatedUnit">saturated</Term>{" "}
      units, over all training samples; their cards are marked.
    </p>
  );
}
