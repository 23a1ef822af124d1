import { percent } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { DigitPicture } from "./picture.tsx";
import { client, inkOfTest, pair, picture, showTest, testPictures } from "./store.ts";
import { mistakes, pairOf, type Verdict, worst } from "./worst.ts";

const shown = 32;

/** The test pictures with the highest loss: click one to look at it. */
export function WorstPanel() {
  const exam = client.exam.value;
  const labels = testPictures.value?.labels;
  if (!exam || !labels) return null;
  const all = worst(exam.probabilities, labels);
  const wrong = all.filter(({ said, label }) => said !== label).length;
  const list = pair.value === "all" ? all : all.filter((verdict) => pairOf(verdict) === pair.value);
  return (
    <Panel
      title="The most wrong test pictures"
      class="worst"
      tools={<span class="small muted" data-wrong={wrong}>{`${wrong} wrong of ${labels.length}`}</span>}
    >
      <Select
        label="Show"
        options={choices(all, list.length)}
        value={pair.value}
        onChange={(chosen) => {
          pair.value = chosen;
        }}
      />
      <ul class="digit-grid">
        {list.slice(0, shown).map(({ place, said, label, p }) => (
          <li key={place}>
            <button
              type="button"
              class={said === label ? "digit-button" : "digit-button wrong"}
              aria-pressed={picture.value.drawn === null && picture.value.test === place}
              aria-label={`${shownAs(label, said, p)}${said === label ? "" : `; the probability of a ${label} is ${percent(p)}`}`}
              onClick={() => showTest(place)}
            >
              <DigitPicture ink={inkOfTest(place)} />
              <span>{shownAs(label, said, p)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="note">Pictures that training never saw, the highest loss first. Choose one to look at it.</p>
    </Panel>
  );
}

/** What was read, and with which probability, or what it is. */
const shownAs = (label: number, said: number, p: number): string =>
  said === label ? `${said}: ${percent(p)}` : `${said}, is ${label}`;

/** All pictures, each mistake that there is, and what was chosen, whether there is such a picture now or not. */
function choices(all: readonly Verdict[], chosen: number): (readonly [string, string])[] {
  const found = mistakes(all);
  const known = pair.value === "all" || found.some(([each]) => each === pair.value);
  const inWords = ([each, times]: readonly [string, number]) => {
    const [label, said] = each.split("-");
    return [each, `A ${label}, read as ${said}: ${times}`] as const;
  };
  return [
    ["all", "All, the highest loss first"],
    ...[...found, ...(known ? [] : [[pair.value, chosen] as const])].map(inWords),
  ];
}
