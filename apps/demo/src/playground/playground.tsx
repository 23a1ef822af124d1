import { ChainRulePanel } from "./chain-rule-panel.tsx";
import { ExpressionPanel } from "./expression-panel.tsx";
import { GraphView } from "./graph-view.tsx";
import { LeavesPanel } from "./leaves-panel.tsx";
import { NudgePanel } from "./nudge-panel.tsx";
import { TapePanel } from "./tape-panel.tsx";

/** Type an expression, see its graph, step through backward, nudge its leaves. */
export function Playground() {
  return (
    <div class="playground">
      <h1 class="sr-only">Playground</h1>
      <div class="rail">
        <ExpressionPanel />
        <LeavesPanel />
        <TapePanel />
      </div>
      <div class="stage">
        <GraphView />
        <ChainRulePanel />
        <NudgePanel />
      </div>
    </div>
  );
}
