import { fetched } from "./fetched.tsx";
import { FormulaPanel } from "./formula/index.ts";
import { GeometryPanel } from "./geometry/index.ts";
import { LeavesPanel } from "./leaves-panel.tsx";
import { isNarrow } from "./narrow.ts";
import { LeafNudgePanel, NudgePanel } from "./numeric/index.ts";
import { SourcePanel } from "./source-panel.tsx";

// Asked for at once: it is on its way while the rest of the page begins.
const story = import("./story.ts");
const StoryPanel = fetched(
  async () => (await story).StoryPanel,
  (failure) => <div class="panel story-place">{failure}</div>,
);
const TapePanel = fetched(async () => (await story).TapePanel);

/** Type an expression or a program, see its graph, step through backward, nudge its leaves. */
export function Playground() {
  return (
    <div class="playground">
      <h1 class="sr-only">Playground</h1>
      <SourcePanel />
      <LeavesPanel />
      {/* On a phone the table comes first: it can be read without panning. */}
      {isNarrow.value && <TapePanel />}
      <StoryPanel />
      <div class="dock">
        <NudgePanel />
        <LeafNudgePanel />
        <GeometryPanel />
        <FormulaPanel />
      </div>
    </div>
  );
}
