import { useEffect } from "preact/hooks";
import "../styles/lab.css";
import "../styles/check.css";
import { CurvePanel } from "./curve-panel.tsx";
import { MethodsPanel } from "./methods-panel.tsx";
import { PointPanel } from "./point-panel.tsx";
import { cancelSearch } from "./searching.ts";
import { SubjectPanel } from "./subject-panel.tsx";
import { TablePanel } from "./table-panel.tsx";
import { cancelTable } from "./tabulating.ts";
import { VerdictPanel } from "./verdict-panel.tsx";
import { WorstPanel } from "./worst-panel.tsx";

/** Whether a gradient is right: by every method, at a point, at the worst input, and for every op of the table. */
export function CheckScreen() {
  // A screen that nobody sees does not compute.
  useEffect(
    () => () => {
      cancelSearch();
      cancelTable();
    },
    [],
  );
  return (
    <div class="check-screen">
      <h1 class="sr-only">Gradient check</h1>
      <div class="check-rail">
        <SubjectPanel />
        <PointPanel />
      </div>
      <VerdictPanel />
      <MethodsPanel />
      <CurvePanel />
      <WorstPanel />
      <TablePanel />
    </div>
  );
}
