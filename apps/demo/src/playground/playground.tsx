import { LeavesPanel } from "./leaves-panel.tsx";
import { isNarrow } from "./narrow.ts";
import { NudgePanel } from "./nudge-panel.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { StoryPanel } from "./story-panel.tsx";
import { TapePanel } from "./tape-panel.tsx";

/** Type an expression or a program, see its graph, step through backward, nudge its leaves. */
export function Playground() {
  return (
    <div class="playground">
      <h1 class="sr-only">Playground</h1>
      <SourcePanel />
      <LeavesPanel />
      {/* On a phone the table comes first: it can be read without panning. */}
      {isNarrow.value && <TapePanel key="tape" />}
      <StoryPanel />
      <div class="dock">
        {!isNarrow.value && <TapePanel key="tape" />}
        <NudgePanel />
      </div>
    </div>
  );
}
