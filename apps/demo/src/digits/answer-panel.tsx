import { useEffect, useRef } from "preact/hooks";
import { percent } from "../format.ts";
import { announce } from "../ui/live-region.tsx";
import { Panel } from "../ui/panel.tsx";
import { client, label, picture } from "./store.ts";
import { winner } from "./winner.ts";

/** What the network reads in the picture. */
export function AnswerPanel() {
  const seen = client.seen.value;
  useTold();
  return (
    <Panel title="What it reads" class="answer">
      {seen ? <Answer probabilities={seen.probabilities} /> : <p class="note">Measuring …</p>}
    </Panel>
  );
}

/** Tells listeners what is read when a person has changed the picture, and not again for so many milliseconds. */
const calm = 700;

function useTold(): void {
  const chosen = picture.value;
  const first = useRef(chosen);
  useEffect(() => {
    if (chosen === first.current) return;
    const telling = setTimeout(() => {
      const probabilities = client.seen.peek()?.probabilities;
      if (!probabilities) return;
      const said = winner(probabilities, 0);
      announce(`Read as a ${said}, ${percent(probabilities[said] as number)}.`);
    }, calm);
    return () => clearTimeout(telling);
  }, [chosen]);
}

function Answer({ probabilities }: { readonly probabilities: Float32Array }) {
  const said = winner(probabilities, 0);
  const known = label.value;
  const isTrained = client.progress.value.step > 0;
  const right = known === null || !isTrained ? "" : known === said ? "good" : "bad";
  return (
    <>
      <p class="verdict">
        <strong class={`said ${right}`} data-said>
          {said}
        </strong>
        <span>
          {isTrained
            ? inWords(probabilities[said] as number, said, known)
            : "It has learned nothing yet, and guesses. Press Train."}
        </span>
      </p>
      <ol class="bars" start={0} aria-label="Probability of each digit">
        {Array.from(probabilities, (p, digit) => (
          <li key={digit} class={digit === said ? "is-label" : ""}>
            <span>{digit}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${100 * p}%` }} />
            </span>
            <span class="num">{percent(p)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function inWords(p: number, said: number, known: number | null): string {
  const sure = p > 0.99 ? "It is sure" : p > 0.8 ? "Quite sure" : p > 0.5 ? "Rather sure" : "A guess";
  const truth = known === null ? "" : known === said ? ", and right" : `, but this is a ${known}`;
  return `${sure}${truth}.`;
}
