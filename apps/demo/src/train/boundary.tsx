import { decisionBoundary } from "@outgrad/viz";
import { computed } from "@preact/signals";
import { useState } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { Picture } from "../ui/picture.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { client, config } from "./store.ts";
import { makeTask } from "./task.ts";

/** The samples again, on this side: they are made from the same seed. */
const task = computed(() => (config.value.data === "digits" ? null : makeTask(config.value)));
const widest = 560;

/** What the network says about the plane, with the samples on it. */
export function BoundaryView() {
  const [which, setWhich] = useState<"train" | "test">("train");
  const plane = client.view.plane.value;
  const samples = task.value;
  return (
    <Panel
      title="Decision boundary"
      class="boundary"
      tools={
        <Segmented
          class="small"
          label="Which points to show"
          options={[
            ["train", "Train"],
            ["test", "Test"],
          ]}
          value={which}
          onChange={(name) => setWhich(name)}
        />
      }
    >
      <Picture
        class="square"
        draw={(room) => {
          const side = Math.min(room, widest);
          const shown = samples?.[which] ?? [];
          return decisionBoundary({
            grid: plane
              ? { columns: plane.size, rows: plane.size, scores: plane.scores }
              : { columns: 1, rows: 1, scores: [0] },
            xRange: plane?.box.x ?? [-1, 1],
            yRange: plane?.box.y ?? [-1, 1],
            points: plane ? shown.map((i) => samples?.inputs[i] as unknown as readonly [number, number]) : [],
            labels: plane ? shown.map((i) => samples?.labels[i] as number) : [],
            width: side,
            height: side,
          });
        }}
      />
    </Panel>
  );
}
