import { sentenceOf } from "@outgrad/exercises/catalogue";
import { computed } from "@preact/signals";
import { CodeEditor } from "../editor/code-editor.tsx";
import { Panel } from "../ui/panel.tsx";
import { languageNames, nextOf } from "./config.ts";
import { goOn } from "./go-on.ts";
import { goTo } from "./go-to.ts";
import {
  beforeReset,
  cancel,
  exercise,
  language,
  outcome,
  reset,
  run,
  running,
  text,
  undoReset,
  write,
} from "./store.ts";
import { plain } from "./words.ts";

/** What the grader says of lines, as marks in the editor. */
const mistakes = computed(() => {
  const found = outcome.value;
  if (!found) return [];
  if (!found.ok) return found.line === undefined ? [] : [found];
  const { findings, notes } = found.report;
  return [...findings, ...notes].flatMap((finding) =>
    finding.line === undefined
      ? []
      : [
          {
            line: finding.line,
            sentence: plain(sentenceOf(finding, language.value)),
            isNote: notes.includes(finding) || finding.code === "to-do",
          },
        ],
  );
});

/** Where the learner writes. */
export function CodePanel() {
  const { id } = exercise.value;
  const name = languageNames[language.value];
  return (
    <Panel title={`Your ${name}`} class="code" tools={<Tools />}>
      <CodeEditor
        key={`${id} ${language.value}`}
        label={`Your ${name}`}
        language={language.value}
        value={text.value}
        mistakes={mistakes.value}
        goTo={goTo.value}
        onChange={write}
        onRun={run}
      />
      <div class="row">
        <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={run}>
          Check
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={!running.value}
          onClick={() => running.value && cancel()}
        >
          Cancel
        </button>
        <Next />
        <span class="note">
          {running.value
            ? "Checking…"
            : "Ctrl+Enter checks too. Your code runs in a sandbox, for 2 seconds at most."}
        </span>
      </div>
    </Panel>
  );
}

function Tools() {
  return beforeReset.value === null ? (
    <button type="button" class="button quiet small" onClick={reset}>
      Start over
    </button>
  ) : (
    <button type="button" class="button quiet small" onClick={undoReset}>
      Undo: my text back
    </button>
  );
}

function Next() {
  const next = nextOf(exercise.value);
  const passed = outcome.value?.ok && outcome.value.report.passed;
  if (!next) return null;
  return (
    <button
      type="button"
      class={passed ? "button next is-ready" : "button next"}
      aria-keyshortcuts="Alt+N"
      title={next.title}
      onClick={() => goOn(next)}
    >
      Next exercise
    </button>
  );
}
