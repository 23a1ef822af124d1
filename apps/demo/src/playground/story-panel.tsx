import { ChainRulePanel } from "./chain-rule-panel.tsx";
import { GraphView } from "./graph-view.tsx";
import { StoryBar } from "./story-bar.tsx";
import { TrailNote } from "./trail-note.tsx";

/** The graph at full width with the controls of its story, and what has just happened in it. */
export function StoryPanel() {
  return (
    <div class="story">
      <GraphView />
      <TrailNote />
      <StoryBar />
      <ChainRulePanel />
    </div>
  );
}
