import { type Chapter, entryOf, exercises, type Language } from "@outgrad/exercises/track";
import { useState } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { languageNames, linkToExercise } from "./config.ts";
import { KeepDialog } from "./keep-dialog.tsx";
import { exercise, isKept, language, open, progress } from "./store.ts";

const chapters: Readonly<Record<Chapter, string>> = {
  derivatives: "Derivatives",
  value: "Your engine",
  nets: "Networks",
  tensors: "Tensors",
};

/** Where one is in the track, how far, and in which language. */
export function TrackPanel() {
  const [isOpen, setOpen] = useState(false);
  const passed = exercises.filter((each) => entryOf(progress.value, each, language.value).passed).length;
  return (
    <Panel
      title={
        <>
          The track: <span data-passed={passed}>{passed}</span> of {exercises.length} passed
        </>
      }
      class="track"
      tools={
        <div class="row">
          <button type="button" class="button quiet small" onClick={() => setOpen(true)}>
            Export or import
          </button>
          <Segmented
            label="Language"
            options={Object.entries(languageNames) as [Language, string][]}
            value={language.value}
            onChange={(next) => open(exercise.peek(), next)}
          />
        </div>
      }
    >
      <nav class="track-list" aria-label="Exercises">
        {Object.entries(chapters).map(([chapter, name]) => (
          <ChapterLinks key={chapter} chapter={chapter as Chapter} name={name} />
        ))}
      </nav>
      {!isKept.value && (
        <p class="note">
          This browser keeps nothing for this page: what you write lasts as long as the page, unless you
          export it.
        </p>
      )}
      <KeepDialog open={isOpen} onClose={() => setOpen(false)} />
    </Panel>
  );
}

function ChapterLinks({ chapter, name }: { readonly chapter: Chapter; readonly name: string }) {
  const id = `chapter-${chapter}`;
  return (
    <div class="chapter">
      <h3 id={id}>{name}</h3>
      <ol aria-labelledby={id}>
        {exercises
          .filter((each) => each.chapter === chapter)
          .map((each) => {
            const { passed } = entryOf(progress.value, each, language.value);
            return (
              <li key={each.id}>
                <a
                  class={passed ? "stop is-passed" : "stop"}
                  href={linkToExercise({ exercise: each, language: language.value })}
                  title={each.title}
                  aria-label={`${each.number}. ${each.title}${passed ? ", passed" : ""}`}
                  aria-current={each === exercise.value ? "step" : undefined}
                >
                  {each.number}
                  {passed && (
                    <span class="tick" aria-hidden="true">
                      ✓
                    </span>
                  )}
                </a>
              </li>
            );
          })}
      </ol>
    </div>
  );
}
