import { computed } from "@preact/signals";
import { CodeEditor } from "../editor/code-editor.tsx";
import { code, failure, runNow, setCode } from "./program.ts";

const mistakes = computed(() => (failure.value ? [failure.value] : []));

/** The field that a program is typed in. */
export function ProgramText() {
  return (
    <CodeEditor
      label="TypeScript"
      value={code.value}
      mistakes={mistakes.value}
      onChange={setCode}
      onRun={runNow}
    />
  );
}
