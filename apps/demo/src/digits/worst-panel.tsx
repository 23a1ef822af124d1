import { percent } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { DigitPicture } from "./picture.tsx";
import { client, inkOfTest, picture, showTest, testPictures } from "./store.ts";
import { worst } from "./worst.ts";

const shown = 32;

/** The test pictures with the highest loss: click one to look at it. */
export function WorstPanel() {
  const exam = client.exam.value;
  const labels = testPictures.value?.labels;
  if (!exam || !labels) return null;
  const all = worst(exam.probabilities, labels);
  const wrong = all.filter(({ said, label }) => said !== label).length;
  return (
    <Panel
      title="The most wrong test pictures"
      class="worst"
      tools={<span class="small muted" data-wrong={wrong}>{`${wrong} wrong of ${labels.length}`}</span>}
    >
      <ul class="digit-grid">
        {all.slice(0, shown).map(({ place, said, label, p }) => (
          <li key={place}>
            <button
              type="button"
              class={said === label ? "digit-button" : "digit-button wrong"}
              aria-pressed={picture.value.drawn === null && picture.value.test === place}
              aria-label={`A ${label}, read as ${said}${said === label ? "" : ": wrong"}; the probability of a ${label} is ${percent(p)}`}
              onClick={() => showTest(place)}
            >
              <DigitPicture ink={inkOfTest(place)} />
              <span>{said === label ? `${said}: ${percent(p)}` : `${said}, is ${label}`}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="note">Pictures that training never saw, the highest loss first. Choose one to look at it.</p>
    </Panel>
  );
}
