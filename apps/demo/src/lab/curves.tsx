import { type LossCurveOptions, lossCurve } from "@outgrad/viz";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import type { Measurement } from "./score.ts";

/** The loss and the accuracy after every epoch, on the samples of training and of the test. */
export function Curves({ history }: { readonly history: readonly Measurement[] }) {
  return (
    <>
      <Curve title="Loss" unit="loss" read={({ loss }) => loss} history={history} />
      <Curve
        title="Accuracy"
        unit="share that is right"
        read={({ accuracy }) => accuracy}
        history={history}
      />
    </>
  );
}

/** Some data have no samples to test with. */
const judged = (history: readonly Measurement[]) =>
  history.every(({ test }) => Number.isNaN(test.loss)) ? (["train"] as const) : (["train", "test"] as const);

interface CurveProps {
  readonly title: string;
  readonly unit: string;
  readonly history: readonly Measurement[];
  read(score: Measurement["train"]): number;
}

function Curve({ title, unit, history, read }: CurveProps) {
  const options = (width: number): LossCurveOptions => ({
    series: judged(history).map((name) => ({
      name,
      values: history.map((measurement) => read(measurement[name])),
      steps: history.map(({ epoch }) => epoch),
    })),
    xLabel: "epoch",
    yLabel: unit,
    width,
    height: 230,
  });
  return (
    <Panel title={title} class="curve">
      <Picture draw={(width) => lossCurve(options(width))} />
      <Numbers drawing={lossCurve(options(400))} />
    </Panel>
  );
}
