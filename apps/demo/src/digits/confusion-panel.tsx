import { confusionMatrix } from "@outgrad/viz";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { client, testPictures } from "./store.ts";
import { winner } from "./winner.ts";

const names = Array.from({ length: 10 }, (_, digit) => String(digit));

/** Which digits are taken for which. */
export function ConfusionPanel() {
  const exam = client.exam.value;
  const labels = testPictures.value?.labels;
  if (!exam || !labels) return null;
  const predicted = Array.from(labels, (_, i) => winner(exam.probabilities, i));
  const draw = (width: number) => confusionMatrix({ labels, predicted, classes: names, width });
  return (
    <Panel title="What it mixes up" class="confusion">
      <Picture draw={draw} />
      <Numbers drawing={draw(400)} />
    </Panel>
  );
}
