import { type LossCurveOptions, lossCurve } from "@outgrad/viz";
import { useState } from "preact/hooks";
import { format, percent } from "../../format.ts";
import type { Measurement } from "../../lab/score.ts";
import { Numbers, Picture } from "../../ui/picture.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { TrainClient } from "../client.ts";
import type { Duel } from "./duel.ts";
import { SidePicture } from "./side-picture.tsx";

interface DuelViewProps {
  readonly duel: Duel;
  /** What the two runs are called. */
  readonly names: readonly [a: string, b: string];
  /** What both have in common: the measurements before they part. */
  readonly before?: readonly Measurement[];
}

/** Both curves in one picture, and both boundaries side by side. */
export function DuelView({ duel, names, before = [] }: DuelViewProps) {
  const [what, setWhat] = useState<"loss" | "accuracy">("loss");
  const series = duel.drawn.map((drawn, i) => {
    const history = [...before, ...drawn.history.value];
    return {
      name: names[i] as string,
      values: history.map(({ train }) => train[what]),
      steps: history.map(({ epoch }) => epoch),
    };
  });
  const options = (width: number): LossCurveOptions => ({
    series,
    scale: what === "loss" && spreads(series.flatMap(({ values }) => values)) ? "log" : "linear",
    xLabel: "epoch",
    yLabel: what === "loss" ? "loss" : "share that is right",
    width,
    height: 230,
  });
  return (
    <div class="duel">
      <Segmented
        label="What the curves show"
        options={[
          ["loss", "Train loss"],
          ["accuracy", "Train accuracy"],
        ]}
        value={what}
        onChange={(name) => setWhat(name)}
      />
      <Picture draw={(width) => lossCurve(options(width))} />
      <Numbers drawing={lossCurve(options(400))} />
      <div class="duel-sides">
        <Side client={duel.a} drawn={duel.drawn[0]} name={names[0]} />
        <Side client={duel.b} drawn={duel.drawn[1]} name={names[1]} />
      </div>
    </div>
  );
}

/** Whether values are so far apart that only equal factors as equal distances show them all. */
const spreads = (values: readonly number[]): boolean => values.some((value) => value > 100);

interface SideProps {
  readonly client: TrainClient;
  readonly drawn: Duel["drawn"][number];
  readonly name: string;
}

/** One of the two runs: where it stands, and what it says about the plane. */
function Side({ client, drawn, name }: SideProps) {
  const last = drawn.history.value.at(-1);
  const picture = drawn.picture.value;
  const failure = client.failure.value;
  return (
    <section class="duel-side" aria-label={name}>
      <h3>{name}</h3>
      <p class="duel-standing">
        {last
          ? `Epoch ${format(last.epoch)}: loss ${format(last.train.loss, 3)}, ${percent(last.train.accuracy)} right.`
          : "Starting …"}
        {client.playing.value && " Training."}
      </p>
      {failure !== null && <p class="duel-failure">{firstSentence(failure)}</p>}
      {picture && <SidePicture {...picture} />}
    </section>
  );
}

/** What went wrong, without the advice: here it went wrong on purpose. */
const firstSentence = (text: string): string => text.split(/(?<=\.) /)[0] as string;
