import { useEffect } from "preact/hooks";
import "../styles/lab.css";
import "../styles/exercises.css";
import { CodePanel } from "./code-panel.tsx";
import { nextOf } from "./config.ts";
import { goOn } from "./go-on.ts";
import { GraphsPanel } from "./graphs-panel.tsx";
import { useKeys } from "./keys.ts";
import { ResultsPanel } from "./results-panel.tsx";
import { cancel, entry, exercise, openHint, outcome, run } from "./store.ts";
import { TaskPanel } from "./task-panel.tsx";
import { TrackPanel } from "./track-panel.tsx";

const actions = {
  "Ctrl+Enter": () => void run(),
  "Alt+KeyH": () => {
    if (entry.peek().hints < 3) openHint();
  },
  "Alt+KeyN": () => {
    const next = nextOf(exercise.peek());
    if (next) goOn(next);
  },
} as const;

/** The track: an engine of one's own, piece by piece, with a grader that names what is wrong. */
export function ExercisesScreen() {
  useKeys(actions);
  // A screen that nobody sees does not compute.
  useEffect(() => cancel, []);
  return (
    <div class="exercises-screen">
      <h1 class="sr-only">Exercises</h1>
      <TrackPanel />
      <TaskPanel />
      <div class="exercises-work">
        <CodePanel />
        <ResultsPanel />
      </div>
      <Graphs />
    </div>
  );
}

function Graphs() {
  const found = outcome.value;
  return found?.ok && found.picture ? <GraphsPanel picture={found.picture} /> : null;
}
