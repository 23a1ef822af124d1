import { decisionBoundary } from "@outgrad/viz";
import { computed } from "@preact/signals";
import { useState } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { boundaryOptions } from "./boundary-options.ts";
import type { Config } from "./config.ts";
import { client } from "./store.ts";
import { makeTask, type Task } from "./task.ts";

/** What there is to draw: the plane, and the samples again, which are made from the same seed. */
const shown = computed(() => {
  const picture = client.picture.value;
  return picture && { plane: picture.plane, samples: samplesOf(picture.config) };
});

const made = new WeakMap<Config, Task>();
function samplesOf(config: Config): Task {
  const task = made.get(config) ?? makeTask(config);
  made.set(config, task);
  return task;
}

const widest = 560;

/** What the network says about the plane, with the samples on it. */
export function BoundaryView() {
  const [which, setWhich] = useState<"train" | "test">("train");
  const now = shown.value;
  const draw = (side: number) =>
    now && decisionBoundary(boundaryOptions(now.plane, now.samples, now.samples[which], side));
  const drawing = draw(widest);
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
      <Picture class="square" draw={(room) => draw(Math.min(room, widest))} />
      {drawing && <Numbers drawing={drawing} />}
    </Panel>
  );
}
