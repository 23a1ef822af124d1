import { useEffect } from "preact/hooks";
import { announce } from "../../ui/live-region.tsx";
import { Term } from "../../ui/term.tsx";
import type { Lesson } from "./lesson.ts";
import { answer, errors, isCard, outcome, runLesson, seed } from "./store.ts";
import { ending, percentOff, verdict } from "./words.ts";

/** What happened, by the numbers of the two runs, and how to notice it in one's own. */
export function LessonResult({ lesson }: { readonly lesson: Lesson }) {
  const ended = outcome.value;
  if (ended === null) return <p class="hint">Both train. When both have ended, this says what happened.</p>;
  if (isCard.value) return <CardResult lesson={lesson} />;
  const isTrue = answer.value === lesson.truth;
  return (
    <div class="lesson-result">
      <h3>What happened</h3>
      <p>
        <strong>{isTrue ? "Your guess was right." : "Your guess was another."}</strong>{" "}
        {!isTrue && `It is: ${lesson.answers[lesson.truth]}`}
      </p>
      <p>{ending(ended)}</p>
      <p>
        {lesson.shows(ended)
          ? lesson.because
          : "From this seed the mistake shows less than it usually does; run both again from another one."}
      </p>
      <GradientTable />
      <h3>How to notice</h3>
      <p>{lesson.notice}</p>
      {lesson.card && (
        <aside class="lesson-card" aria-label={lesson.card.question}>
          <h3>{lesson.card.question}</h3>
          <p>{lesson.card.answer}</p>
          <button type="button" class="button" onClick={() => runLesson(true, seed.peek())}>
            {lesson.card.action}
          </button>
        </aside>
      )}
    </div>
  );
}

/** The runs of the card: the loss says one thing, the gradients another. */
function CardResult({ lesson }: { readonly lesson: Lesson }) {
  const ended = outcome.value;
  if (ended === null || lesson.card === undefined) return null;
  const isLower = ended.wrong.train.loss < ended.right.train.loss;
  return (
    <div class="lesson-result">
      <h3>{lesson.card.question}</h3>
      <p>
        {ending(ended)} {isLower ? "The mistake ends lower." : "The mistake does not end lower here."}
      </p>
      <p>{lesson.card.answer}</p>
      <GradientTable />
      <button type="button" class="button" onClick={() => runLesson(false, seed.peek())}>
        Back to the lesson's settings
      </button>
    </div>
  );
}

/** The gradients of both runs against nudging, update by update. */
function GradientTable() {
  const found = errors.value;
  const sentence = found && `The gradients with the mistake ${verdict(found.wrong)}.`;
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  if (found === null) return <p class="hint">Nudging the weights of both …</p>;
  const rows = [
    ["Correct", found.right],
    ["With the mistake", found.wrong],
  ] as const;
  return (
    <>
      <p>{sentence}</p>
      <div class="scroll-x">
        <table class="lesson-errors">
          <caption class="sr-only">How far the gradients are from nudging</caption>
          <thead>
            <tr>
              <th scope="col">
                Gradient, off from <Term word="nudge">nudging</Term> by
              </th>
              {found.right.map((_, i) => (
                <th key={i} scope="col" class="num">
                  Update {i + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((error, i) => (
                  <td key={i} class="num">
                    {percentOff(error)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
