import { hintsOf, textOf } from "@outgrad/exercises/track";
import { useEffect, useRef, useState } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { SolutionDialog } from "./solution-dialog.tsx";
import { entry, exercise, language, openHint, openSolution, solutionIsOpen } from "./store.ts";
import { Markdown } from "./text/markdown.tsx";

const kinds = { question: "A question", rule: "A rule", line: "A line" } as const;

const titleId = "exercise-title";

/** Takes whoever goes on to another exercise to its beginning: the focus too, so that it is read and Tab leads on from there. */
export function goToTask(): void {
  const title = document.getElementById(titleId);
  title?.focus({ preventScroll: true });
  title?.closest(".panel")?.scrollIntoView({ block: "start" });
}

/** What is to be done, and the ladder of hints. */
export function TaskPanel() {
  const { number, title } = exercise.value;
  return (
    <Panel
      title={
        <span id={titleId} tabIndex={-1}>
          {number}. {title}
        </span>
      }
      class="task"
    >
      <Markdown text={textOf(exercise.value, language.value)} />
      <Hints key={`${exercise.value.id} ${language.value}`} />
    </Panel>
  );
}

function Hints() {
  const hints = hintsOf(exercise.value, language.value);
  const { hints: count } = entry.value;
  const before = useRef(count);
  const newest = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Where it is asked for by a key, it may be out of sight.
    if (count > before.current) newest.current?.scrollIntoView({ block: "nearest" });
    before.current = count;
  }, [count]);
  return (
    <div class="hints">
      <ol aria-label="Hints" aria-live="polite">
        {hints.slice(0, count).map(({ kind, text }, i) => (
          <li key={kind} ref={i === count - 1 ? newest : null} data-hint={kind}>
            <h3>{kinds[kind]}</h3>
            <Markdown text={text} />
          </li>
        ))}
      </ol>
      <div class="row">
        {count < hints.length && (
          <button type="button" class="button" aria-keyshortcuts="Alt+H" onClick={openHint}>
            Hint {count + 1} of {hints.length}
          </button>
        )}
        <Solution left={hints.length - count} />
      </div>
    </div>
  );
}

function Solution({ left }: { readonly left: number }) {
  const [isOpen, setOpen] = useState(false);
  const may = solutionIsOpen.value;
  const show = () => {
    if (!may) return;
    openSolution();
    setOpen(true);
  };
  return (
    <>
      <button
        type="button"
        class={may ? "button" : "button quiet"}
        aria-disabled={!may}
        aria-describedby="solution-note"
        onClick={show}
      >
        A solution
      </button>
      {!may && (
        <span id="solution-note" class="note">
          Opens when you have passed, or after {left === 1 ? "one more hint" : `${left} more hints`}.
        </span>
      )}
      <SolutionDialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
