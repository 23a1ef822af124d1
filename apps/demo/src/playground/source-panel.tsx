import { useState } from "preact/hooks";
import { format } from "../format.ts";
import { CodeDialog } from "../ui/code-dialog.tsx";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { startOf } from "./address.ts";
import { Choice } from "./choice.tsx";
import { ExpressionEditor } from "./expression-editor.tsx";
import { presetGroups, presets } from "./presets.ts";
import { Printed } from "./printed.tsx";
import { code, runProgram } from "./program.ts";
import { ProgramEditor } from "./program-editor.tsx";
import { type Program, programs } from "./programs.ts";
import { circuit, expressionAsCode, language, setLanguage, show, text } from "./state.ts";

const languages = [
  ["expression", "Expression"],
  ["typescript", "TypeScript"],
] as const;

/** Where a computation is typed or chosen: as an expression, or as a program. */
export function SourcePanel() {
  const [codeOpen, setCodeOpen] = useState(false);
  const { result } = circuit.value;
  const isExpression = language.value === "expression";
  return (
    <Panel
      title="Computation"
      class="source"
      tools={
        <div class="row">
          {isExpression && (
            <button type="button" class="button quiet" onClick={() => setCodeOpen(true)}>
              Open as code
            </button>
          )}
          <Segmented label="Language" options={languages} value={language.value} onChange={setLanguage} />
        </div>
      }
    >
      <div class="source-text">{isExpression ? <ExpressionEditor /> : <ProgramEditor />}</div>
      <div class="source-words">
        {isExpression ? <Presets /> : <Programs />}
        <p class="result">
          Result <strong class={Number.isFinite(result) ? "data" : "bad"}>{format(result, 9)}</strong>
        </p>
        {!isExpression && <Printed />}
      </div>
      <CodeDialog open={codeOpen} code={expressionAsCode} onClose={() => setCodeOpen(false)} />
    </Panel>
  );
}

function Presets() {
  const chosen = presets.find((preset) => preset.text === text.value);
  return <Choice groups={presetGroups} chosen={chosen} onChoose={(preset) => show(startOf(preset))} />;
}

function Programs() {
  const chosen = programs.find((program) => program.code === code.value);
  return (
    <Choice<Program>
      groups={[{ name: "Programs", presets: programs }]}
      chosen={chosen}
      onChoose={runProgram}
    />
  );
}
