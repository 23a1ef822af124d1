import { percent } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { client, label } from "./store.ts";
import { winner } from "./winner.ts";

/** What the network reads in the picture. */
export function AnswerPanel() {
  const seen = client.seen.value;
  return (
    <Panel title="What it reads" class="answer">
      {seen ? <Answer probabilities={seen.probabilities} /> : <p class="note">Measuring …</p>}
    </Panel>
  );
}

function Answer({ probabilities }: { readonly probabilities: Float32Array }) {
  const said = winner(probabilities, 0);
  const known = label.value;
  const right = known === null ? "" : known === said ? "good" : "bad";
  return (
    <>
      <p class="verdict">
        <strong class={`said ${right}`} data-said>
          {said}
        </strong>
        <span>{inWords(probabilities[said] as number, said, known)}</span>
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
  const untrained = client.progress.value.step === 0 ? "It has not learned anything yet: press Train. " : "";
  const sure = p > 0.99 ? "It is sure" : p > 0.8 ? "Quite sure" : p > 0.5 ? "Rather sure" : "A guess";
  const truth = known === null ? "" : known === said ? ", and right" : `, but this is a ${known}`;
  return `${untrained}${untrained ? "Its guess" : sure}${truth}.`;
}
