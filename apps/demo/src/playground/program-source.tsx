import { CodeEditor } from "../editor/code-editor.tsx";
import { Choice } from "./choice.tsx";
import { Printed } from "./printed.tsx";
import { cancel, code, failure, mistakes, runNow, running, runProgram, setCode } from "./program.ts";
import { type Program, programs } from "./programs.ts";
import { Result } from "./result.tsx";

/** Where a program is typed or chosen; it runs in the sandbox, never in the page. */
export function ProgramSource() {
  const chosen = programs.find((program) => program.code === code.value);
  return (
    <>
      <div class="source-text">
        <CodeEditor
          label="TypeScript"
          value={code.value}
          mistakes={mistakes.value}
          onChange={setCode}
          onRun={runNow}
        />
        <RunBar />
        <div aria-live="polite">{failure.value && <Failed />}</div>
      </div>
      <div class="source-words">
        <Choice<Program>
          groups={[{ name: "Programs", presets: programs }]}
          chosen={chosen}
          onChoose={runProgram}
        />
        <Result />
        <Printed />
      </div>
    </>
  );
}

function RunBar() {
  const busy = running.value;
  return (
    <div class="row">
      <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={runNow}>
        Run
      </button>
      <button type="button" class="button" aria-disabled={!busy} onClick={() => busy && cancel()}>
        Cancel
      </button>
      <span class="note">{busy ? "Running…" : "Ctrl+Enter runs it too; it has 2 seconds."}</span>
    </div>
  );
}

function Failed() {
  const { sentence, line } = failure.value ?? { sentence: "" };
  return (
    <div class="error" data-failure>
      <p>
        {line !== undefined && <strong>Line {line}: </strong>}
        {sentence}
      </p>
      <p class="note">The graph is that of the last run that gave one.</p>
    </div>
  );
}
