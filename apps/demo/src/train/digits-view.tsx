import { digits, digitsAttribution } from "@outgrad/datasets/digits";
import { softmax } from "@outgrad/losses";
import { computed } from "@preact/signals";
import { percent } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { DigitImage } from "./digit-image.tsx";
import { client, config, selected } from "./store.ts";
import { type Verdict, verdicts, worthShowing } from "./verdicts.ts";

const shown = 40;
const { images, labels } = digits();
const test = computed(() => client.view.opened.value?.test ?? []);
const results = computed(() => {
  const scores = client.view.testScores.value;
  return scores === null
    ? null
    : verdicts(
        scores,
        test.value.map((sample) => labels[sample] as number),
      );
});

/** The pixels of a sample, 0 to 1; the same array every time, so that a picture is drawn once. */
const pixels = new Map<number, readonly number[]>();
function pixelsOf(sample: number): readonly number[] {
  const known = pixels.get(sample);
  if (known) return known;
  const made = Array.from(images.subarray(64 * sample, 64 * sample + 64), (ink) => ink / 16);
  pixels.set(sample, made);
  return made;
}

/** Pictures that the network never saw in training, with what it says about them. */
export function DigitsView() {
  const all = results.value;
  if (all === null) return <Panel title="Held-out digits">Measuring …</Panel>;
  const wrong = all.filter(({ right }) => !right).length;
  const list = worthShowing(all, shown);
  const current = all[selected.value] ?? all[0];
  return (
    <Panel
      title="Held-out digits: the wrong ones first"
      class="digits-view"
      tools={<span class="small muted">{`${wrong} wrong of ${all.length}`}</span>}
    >
      <div class="digits">
        <ul class="digit-grid">
          {list.map((verdict) => (
            <li key={verdict.place}>
              <DigitButton verdict={verdict} />
            </li>
          ))}
        </ul>
        {current && <Probabilities verdict={current} />}
      </div>
      <p class="note attribution">{digitsAttribution}</p>
    </Panel>
  );
}

function DigitButton({ verdict: { place, said, label, right } }: { readonly verdict: Verdict }) {
  return (
    <button
      type="button"
      class={right ? "digit-button" : "digit-button wrong"}
      aria-pressed={selected.value === place}
      aria-label={`A ${label}, read as ${said}${right ? "" : ": wrong"}`}
      onClick={() => {
        selected.value = place;
      }}
    >
      <DigitImage pixels={pixelsOf(test.value[place] as number)} />
      <span>{right ? said : `${said}, is ${label}`}</span>
    </button>
  );
}

function Probabilities({ verdict: { place, said, label, right } }: { readonly verdict: Verdict }) {
  const scores = client.view.testScores.value?.[place] ?? [];
  const probabilities = softmax([...scores]).map((p) => p.data);
  const trained = config.value.loss === "crossEntropy";
  return (
    <div class="probabilities">
      <DigitImage class="large" pixels={pixelsOf(test.value[place] as number)} />
      <p>
        {right ? "Read as " : "Read as "}
        <strong class={right ? "good" : "bad"}>{said}</strong>
        {right ? ", and it is." : `, but it is a ${label}.`}
      </p>
      <ol class="bars" start={0} aria-label="Probability of each digit">
        {probabilities.map((p, digit) => (
          <li key={digit} class={digit === label ? "is-label" : ""}>
            <span>{digit}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${100 * p}%` }} />
            </span>
            <span class="num">{percent(p)}</span>
          </li>
        ))}
      </ol>
      <p class="note">
        Softmax of the ten scores{trained ? "." : "; this loss does not train them as probabilities."}
      </p>
    </div>
  );
}
