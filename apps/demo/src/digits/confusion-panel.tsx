import { confusionMatrix } from "@outgrad/viz";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { client, pair, testPictures } from "./store.ts";
import { winner } from "./winner.ts";
import { pairOf } from "./worst.ts";

const names = Array.from({ length: 10 }, (_, digit) => String(digit));

/** Which digits are taken for which. A click on a cell looks for its pictures. */
export function ConfusionPanel() {
  const exam = client.exam.value;
  const labels = testPictures.value?.labels;
  if (!exam || !labels) return null;
  const predicted = Array.from(labels, (_, i) => winner(exam.probabilities, i));
  const draw = (width: number) => confusionMatrix({ labels, predicted, classes: names, width });
  const choose = ({ target }: MouseEvent) => {
    if (!(target instanceof SVGElement)) return;
    const { label, as } = target.dataset;
    if (label !== undefined && as !== undefined)
      pair.value = pairOf({ label: Number(label), said: Number(as) });
  };
  return (
    <Panel title="What it mixes up" class="confusion">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list of mistakes does the same with keys. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of mistakes does the same with keys. */}
      <div class="matrix" onClick={choose}>
        <Picture draw={draw} />
      </div>
      <p class="note">
        A row for each digit, a column for what it is read as. Click a number to see those pictures.
      </p>
      <Numbers drawing={draw(400)} />
    </Panel>
  );
}
