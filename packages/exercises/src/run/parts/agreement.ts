import type { Example } from "../../finding.js";
import { literal } from "../probe.js";
import type { Part, Trial } from "../trial.js";

/** A pair of lists, whether they agree, and what a check that gets them wrong has overlooked. */
interface Pair {
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
  readonly agree: boolean;
  readonly code: string;
}

const rounded = (number: number, digits: number): number => Number(number.toFixed(digits));

function pairs({ random }: Trial): Pair[] {
  const near = () => random.uniform(1e-4, 1e-3);
  const base = Array.from({ length: 4 }, () => Math.round(random.uniform(-300, 300)) / 100);
  const off = (index: number, by: number): Pair["mine"] =>
    base.map((each, i) => (i === index ? rounded(each + by, 2) : each));
  const large = base.map((each) => Math.round(each * 1e8) + 0.5);
  const differing = base.map((_, i) => i);
  return [
    { mine: base, theirs: base, agree: true, code: "never-agrees" },
    { mine: base.map(Math.fround), theirs: base, agree: true, code: "too-strict" },
    {
      mine: large.map((each) => rounded(each * (1 + 1e-9), 3)),
      theirs: large,
      agree: true,
      code: "absolute-tolerance",
    },
    { mine: base.map((each) => rounded(each + near(), 5)), theirs: base, agree: false, code: "too-lenient" },
    {
      mine: base.map((each) => rounded(each - near(), 5)),
      theirs: base,
      agree: false,
      code: "no-absolute-value",
    },
    ...differing.map((i) => ({ mine: off(i, 1), theirs: base, agree: false, code: "looks-at-some" })),
    ...differing.map((i) => ({ mine: off(i, -1), theirs: base, agree: false, code: "looks-at-some" })),
    {
      mine: base.map((_, i) => (i === 2 ? Number.NaN : 1)),
      theirs: base.map(() => 1),
      agree: false,
      code: "nan-agrees",
    },
    { mine: base.slice(0, 3), theirs: base, agree: false, code: "length-ignored" },
    { mine: [...base, 1], theirs: base, agree: false, code: "length-ignored" },
  ];
}

/** A comparison of two lists of numbers that does not say yes to everything. */
export const agrees: Part = {
  topic: "agrees",
  run(trial) {
    for (const { mine, theirs, agree, code } of pairs(trial)) {
      const example: Example = { call: `${trial.name}(${literal(mine)}, ${literal(theirs)})`, at: {} };
      const said = trial.truth([mine, theirs], example);
      if (said !== agree) trial.fail(code, { example, seen: String(said), wanted: String(agree) });
    }
  },
};
