import { tensor } from "@outgrad/engine";
import { judge } from "../causes.js";
import { decimals, table } from "../probe.js";
import type { Part } from "../trial.js";

// As many rows as columns: the wrong axis then gives wrong numbers, which can be told, and no error.
const size = 3;

export const sumRows: Part = {
  topic: "sumRows",
  run(trial) {
    const x = table(trial.random, size, size);
    const wanted = tensor(x).sum(1).toArray() as number[];
    const total = wanted.reduce((all, each) => all + each, 0);
    const seen = trial.plain([x]);
    const example = trial.example([x]);
    if (seen === total) trial.fail("sums-all", { example, seen, wanted: `a list of ${size} numbers` });
    judge(trial, {
      seen: trial.shaped(seen, wanted, example),
      wanted,
      suspects: [
        ["wrong-axis", tensor(x).sum(0).toArray() as number[]],
        ["mean-not-sum", wanted.map((each) => each / size)],
      ],
      example,
      otherwise: "wrong-result",
    });
    oblong(trial);
  },
};

/** Two rows of three: what is right for a square may not be for these. */
function oblong(trial: Parameters<Part["run"]>[0]): void {
  const x = table(trial.random, 2, 3);
  const wanted = tensor(x).sum(1).toArray() as number[];
  const seen = trial.call([x], wanted);
  judge(trial, { seen, wanted, suspects: [], example: trial.example([x]), otherwise: "wrong-result" });
}

export const sumRowsGrad: Part = {
  topic: "sumRowsGrad",
  run(trial) {
    for (const rows of [size, 2]) {
      const x = table(trial.random, rows, size);
      const g = decimals(trial.random, rows);
      const input = tensor(x, { requiresGrad: true });
      input.sum(1).backward(tensor(g));
      const wanted = input.grad?.toArray() as number[][];
      const example = trial.example([x, g]);
      const seen = trial.plain([x, g]);
      if (Array.isArray(seen) && seen.every((each) => typeof each === "number")) {
        trial.fail("not-spread", { example, wanted: `a table of ${rows} rows` });
      }
      judge(trial, {
        seen: trial.shaped(seen, wanted, example),
        wanted,
        suspects: [
          ["wrong-axis", x.map((row) => row.map((_, j) => g[j] ?? Number.NaN))],
          ["mean-not-sum", wanted.map((row) => row.map((each) => each / size))],
          ["upstream-ignored", wanted.map((row) => row.map(() => 1))],
          [
            "times-input",
            wanted.map((row, i) => row.map((each, j) => each * ((x[i] as number[])[j] as number))),
          ],
          ["not-spread", wanted.map((row) => row.map((each, j) => (j === 0 ? each : 0)))],
        ],
        example,
        otherwise: "wrong-gradient",
        of: "x",
      });
    }
  },
};
