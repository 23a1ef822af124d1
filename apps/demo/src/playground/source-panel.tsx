import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { startOf } from "./address.ts";
import { Choice } from "./choice.tsx";
import { ExpressionEditor } from "./expression-editor.tsx";
import { fetched } from "./fetched.tsx";
import { presetGroups, presets } from "./presets/index.ts";
import { Result } from "./result.tsx";
import { codeOpen, language, setLanguage, text } from "./source.ts";
import { show } from "./state.ts";

const languages = [
  ["expression", "Expression"],
  ["typescript", "TypeScript"],
] as const;

/** Where a computation is typed or chosen: as an expression, or as a program. */
export function SourcePanel() {
  const isExpression = language.value === "expression";
  return (
    <Panel
      title="Computation"
      class="source"
      tools={
        <div class="row">
          <button type="button" class="button quiet" onClick={openCode}>
            Open as code
          </button>
          <Segmented label="Language" options={languages} value={language.value} onChange={setLanguage} />
        </div>
      }
    >
      {isExpression ? <ExpressionSource /> : <ProgramSource />}
      {codeOpen.value && <AsCodeDialog />}
    </Panel>
  );
}

const AsCodeDialog = fetched(async () => (await import("./as-code-dialog.tsx")).AsCodeDialog);
const ProgramSource = fetched(async () => (await import("./program-source.tsx")).ProgramSource);

function openCode(): void {
  codeOpen.value = true;
}

function ExpressionSource() {
  const chosen = presets.find((preset) => preset.text === text.value);
  return (
    <>
      <div class="source-text">
        <ExpressionEditor />
      </div>
      <div class="source-words">
        <Choice groups={presetGroups} chosen={chosen} onChoose={(preset) => show(startOf(preset))} />
        <Result />
      </div>
    </>
  );
}
