import { mean, sum, type Value, value } from "@outgrad/engine";
import { judge, type Suspect } from "../causes.js";
import { decimals, literal } from "../probe.js";
import type { Part } from "../trial.js";

/** A loss of the differences between what was predicted and what was wanted. */
type Loss = (differences: Value[]) => Value;

const squares = (differences: Value[]): Value[] => differences.map((each) => each.square());

const wrongLosses: readonly (readonly [code: string, loss: Loss])[] = [
  ["mean-forgotten", (d) => sum(squares(d))],
  ["square-forgotten", (d) => mean(d)],
  ["square-forgotten", (d) => sum(d)],
  ["absolute-error", (d) => mean(d.map((each) => each.abs()))],
  ["root-taken", (d) => mean(squares(d)).sqrt()],
  ["square-of-sum", (d) => mean(d).square()],
  ["square-of-sum", (d) => sum(d).square()],
  ["halved", (d) => mean(squares(d)).div(2)],
  ["loss-sign", (d) => mean(squares(d)).neg()],
  ["last-sample-only", (d) => squares(d).at(-1) as Value],
  ["last-sample-only", (d) => (squares(d).at(-1) as Value).div(d.length)],
  ["first-sample-only", (d) => squares(d)[0] as Value],
];

export const msePart: Part = {
  topic: "mse",
  run(trial) {
    const predictions = decimals(trial.random, 4, 0.2, 2);
    // Some above and some below, so that signs show; never as far as 1, whose square is itself.
    const targets = predictions.map((each, i) => Math.round((each + (i % 2 === 0 ? 0.7 : -0.4)) * 100) / 100);
    const example = { call: `${trial.name}(${literal(predictions)}, ${literal(targets)})`, at: {} };
    const run = (loss: Loss) => {
      const values = predictions.map((each) => value(each));
      const out = loss(values.map((each, i) => each.sub(targets[i] as number)));
      out.backward();
      return [out.data, values.map(({ grad }) => grad)] as const;
    };
    const wanted = run((differences) => mean(squares(differences)));
    const [out, ofPredictions] = trial.ask("mse", [predictions, targets], example, wanted);
    judge(trial, {
      seen: out,
      wanted: wanted[0],
      suspects: wrongLosses.map(([code, loss]): Suspect => [code, run(loss)[0]]),
      example,
      otherwise: "wrong-result",
    });
    judge(trial, {
      seen: ofPredictions,
      wanted: wanted[1],
      suspects: [["graph-cut", ofPredictions.map(() => 0)]],
      example,
      otherwise: "wrong-gradient",
      of: "the predictions",
    });
  },
};
