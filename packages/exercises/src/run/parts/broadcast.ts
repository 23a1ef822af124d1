import { tensor } from "@outgrad/engine";
import { judge } from "../causes.js";
import type { Numbers } from "../numbers.js";
import { decimals, table } from "../probe.js";
import type { Part } from "../trial.js";

export const addRow: Part = {
  topic: "addRow",
  run(trial) {
    const x = table(trial.random, 2, 3);
    const b = decimals(trial.random, 3);
    const wanted = tensor(x).add(tensor(b)).toArray() as number[][];
    const example = trial.example([x, b]);
    judge(trial, {
      seen: trial.call([x, b], wanted),
      wanted,
      suspects: [
        ["first-row-only", [wanted[0] as number[], x[1] as number[]]],
        ["row-ignored", x],
        ["multiplies", tensor(x).mul(tensor(b)).toArray() as Numbers],
      ],
      example,
      otherwise: "wrong-result",
    });
  },
};

export const addRowGrad: Part = {
  topic: "addRowGrad",
  run(trial) {
    const [x, g] = [table(trial.random, 2, 3), table(trial.random, 2, 3)];
    const b = decimals(trial.random, 3);
    const [ofX, ofB] = [tensor(x, { requiresGrad: true }), tensor(b, { requiresGrad: true })];
    ofX.add(ofB).backward(tensor(g));
    const wanted = [ofX.grad?.toArray(), ofB.grad?.toArray()] as [number[][], number[]];
    const example = trial.example([x, b, g]);
    const pair = trial.pair([x, b, g], example);
    const gx = trial.shaped(pair[0], wanted[0], example, "x");
    judge(trial, {
      seen: gx,
      wanted: wanted[0],
      suspects: [["not-passed-on", x]],
      example,
      otherwise: "wrong-gradient",
      of: "x",
    });
    const [, gb] = pair;
    if (Array.isArray(gb) && gb.length === 2 && gb.every((row) => Array.isArray(row))) {
      trial.fail("broadcast-not-summed", { example, details: { of: "b" } });
    }
    if (Array.isArray(gb) && gb.length === 2) trial.fail("wrong-axis", { example, details: { of: "b" } });
    const [first, last] = g as [number[], number[]];
    const total = wanted[1];
    judge(trial, {
      seen: trial.shaped(gb, total, example, "b"),
      wanted: total,
      suspects: [
        ["broadcast-not-summed", first],
        ["broadcast-not-summed", last],
        ["mean-not-sum", total.map((each) => each / 2)],
        ["upstream-ignored", total.map(() => 2)],
        ["upstream-ignored", total.map(() => 1)],
      ],
      example,
      otherwise: "wrong-gradient",
      of: "b",
    });
  },
};
