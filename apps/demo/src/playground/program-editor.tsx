import { cancel, failure, runNow, running } from "./program.ts";
import { ProgramText } from "./program-text.tsx";

/** Where a program is typed; it runs in the sandbox, never in the page. */
export function ProgramEditor() {
  return (
    <>
      <ProgramText />
      <RunBar />
      <div aria-live="polite">{failure.value && <Failed />}</div>
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
