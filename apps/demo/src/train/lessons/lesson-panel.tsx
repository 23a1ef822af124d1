import { useEffect, useId } from "preact/hooks";
import { announce } from "../../ui/live-region.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Select } from "../../ui/select.tsx";
import "../../styles/experiments.css";
import { DuelView } from "../fork/duel-view.tsx";
import { bugTexts, settingsInWords } from "../fork/words.ts";
import { change, config } from "../store.ts";
import { configOf, type Lesson } from "./lesson.ts";
import { LessonResult } from "./lesson-result.tsx";
import { lessons } from "./lessons.ts";
import { answer, duel, isCard, lesson, openLesson, outcome, runLesson, seed } from "./store.ts";
import { ending } from "./words.ts";

/** Classic mistakes, made on purpose: guess first, then see both runs, then read what happened. */
export function LessonPanel() {
  const open = lesson.value;
  const ended = outcome.value;
  useEffect(() => {
    if (ended) announce(ending(ended));
  }, [ended]);
  // A screen that nobody sees does not train.
  useEffect(() => () => duel.pause(), []);
  return (
    <Panel title="Break it on purpose" class="experiment">
      <Select
        label="Mistake"
        options={[["none", "Choose a mistake"], ...lessons.map(({ bug, title }) => [bug, title] as const)]}
        value={open?.bug ?? "none"}
        onChange={(bug) => openLesson(bug)}
      />
      <MistakeNote />
      {open && <OpenLesson key={open.bug} lesson={open} />}
    </Panel>
  );
}

/** Says that the run of the lab has a mistake, and takes it out. */
function MistakeNote() {
  const { bug } = config.value;
  if (bug === "none") return null;
  return (
    <div class="row mistake-note">
      <p>The run in the lab has a mistake: {bugTexts[bug]}.</p>
      <button type="button" class="button" onClick={() => change({ bug: "none" })}>
        Take it out
      </button>
    </div>
  );
}

function OpenLesson({ lesson: open }: { readonly lesson: Lesson }) {
  const guessed = answer.value !== null;
  return (
    <>
      <dl class="lesson-code">
        <dt>As it should be</dt>
        <dd>
          <code>{open.code[0]}</code>
        </dd>
        <dt>The mistake</dt>
        <dd>
          <code>{open.code[1]}</code>
        </dd>
      </dl>
      <p class="lesson-settings">{settingsInWords(configOf(open, seed.value))}</p>
      <Question lesson={open} />
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={!guessed}
          onClick={() =>
            runLesson(false, duel.isOpen.peek() && !isCard.peek() ? seed.peek() + 1 : seed.peek())
          }
        >
          {duel.isOpen.value && !isCard.value ? "Run both again, from another seed" : "Run both"}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => change({ ...configOf(open, seed.peek()), bug: open.bug })}
        >
          Open the mistake in the lab
        </button>
      </div>
      {!guessed && <p class="hint">Guess first: who has guessed sees more.</p>}
      {duel.isOpen.value && (
        <>
          {isCard.value && open.card && (
            <p>
              With the settings of the card:{" "}
              {settingsInWords({ ...configOf(open, seed.value), ...open.card.settings })}
            </p>
          )}
          <DuelView duel={duel} names={["correct", "with the mistake"]} />
          <LessonResult lesson={open} />
        </>
      )}
    </>
  );
}

/** Answers can be changed until the runs have started. */
function Question({ lesson: { question, answers } }: { readonly lesson: Lesson }) {
  const name = useId();
  const isLocked = duel.isOpen.value;
  return (
    <fieldset class="lesson-question">
      <legend>{question}</legend>
      {answers.map((text, i) => (
        <label key={text} class="lesson-answer">
          <input
            type="radio"
            name={name}
            checked={answer.value === i}
            disabled={isLocked}
            onChange={() => {
              answer.value = i;
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
