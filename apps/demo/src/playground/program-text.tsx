import { code, runNow, setCode } from "./program.ts";

/** The field that a program is typed in. */
export function ProgramText() {
  return (
    <textarea
      class="editor-text program-text"
      aria-label="TypeScript"
      spellcheck={false}
      autocapitalize="off"
      autocomplete="off"
      wrap="off"
      rows={14}
      value={code.value}
      onInput={(event) => setCode(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        runNow();
      }}
    />
  );
}
