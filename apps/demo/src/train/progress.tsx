import { count, format, percent } from "../format.ts";
import { Figure } from "../lab/figure.tsx";
import { Term } from "../ui/term.tsx";
import { client } from "./store.ts";

/** Where the run stands, in numbers. */
export function Progress() {
  const { epoch, step, samplesPerSecond } = client.progress.value;
  const opened = client.opened.value;
  const perEpoch = opened?.stepsPerEpoch ?? 1;
  // A run that has gone back has been measured further on than it stands.
  const last = client.history.value.findLast((measured) => measured.epoch <= step / perEpoch);
  return (
    <dl class="progress">
      <Figure name={<Term word="epoch">Epoch</Term>} id="epoch" value={count(epoch)}>
        <progress aria-label="Part of the epoch" max={perEpoch} value={step - epoch * perEpoch} />
      </Figure>
      <Figure name="Update" id="step" value={count(step)} />
      <Figure
        name={<Term word="loss">Loss</Term>}
        id="loss"
        value={last ? format(last.train.loss, 3) : "–"}
      />
      <Figure name="Train accuracy" id="train-accuracy" value={last ? percent(last.train.accuracy) : "–"} />
      <Figure name="Test accuracy" id="test-accuracy" value={last ? percent(last.test.accuracy) : "–"} />
      <Figure name="Samples / s" id="speed" value={samplesPerSecond > 0 ? count(samplesPerSecond) : "–"} />
      <Figure name="Weights" id="weights" value={opened ? count(opened.weights) : "–"} />
    </dl>
  );
}
