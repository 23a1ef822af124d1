import { ForkPanel } from "../fork/fork-panel.tsx";
import { LessonPanel } from "./lesson-panel.tsx";

/** What one learns by comparing two runs: of one changed setting, and of a mistake made on purpose. */
export function Experiments() {
  return (
    <div class="train-experiments">
      <ForkPanel />
      <LessonPanel />
    </div>
  );
}
