import { count, format, percent } from "../format.ts";
import { Figure } from "../lab/figure.tsx";
import { Term } from "../ui/term.tsx";
import { client, config } from "./store.ts";

/** Where the training stands, in numbers. */
export function Progress() {
  const { epoch, step, lr } = client.progress.value;
  const opened = client.opened.value;
  const last = client.history.value.at(-1);
  const epochs = (client.running.value ?? config.value).epochs;
  return (
    <dl class="progress">
      <Figure name={<Term word="epoch">Epoch</Term>} id="epoch" value={`${count(epoch)} / ${count(epochs)}`}>
        <progress
          aria-label="Part of the training"
          max={epochs * (opened?.stepsPerEpoch ?? 1)}
          value={step}
        />
      </Figure>
      <Figure name="Update" id="step" value={count(step)} />
      <Figure
        name={<Term word="loss">Loss</Term>}
        id="loss"
        value={last ? format(last.train.loss, 3) : "–"}
      />
      <Figure name="Train accuracy" id="train-accuracy" value={last ? percent(last.train.accuracy) : "–"} />
      <Figure
        name={<Term word="test">Test accuracy</Term>}
        id="test-accuracy"
        value={last ? percent(last.test.accuracy) : "–"}
      />
      <Figure
        name={<Term word="learningRate">Learning rate</Term>}
        id="lr"
        value={opened ? format(lr, 2) : "–"}
      />
      <Figure name="Weights" id="weights" value={opened ? count(opened.weights) : "–"} />
    </dl>
  );
}
