import { expect, it } from "vitest";
import { expectGoodGrader } from "../test/mutants/expectations.ts";
import { graderOf } from "../test/mutants/graders.ts";
import { judge, wrongClasses } from "../test/mutants/score.ts";
import { tableOf } from "../test/mutants/table.ts";

const minutes = 60_000;

it(
  "every wrong class in Python is flagged, its cause named first, and no right class is blamed",
  async () => {
    const judgement = judge("python", await wrongClasses("python"), await graderOf("python"));
    console.log(tableOf(judgement));
    expectGoodGrader(judgement);
    expect(judgement.heldBack.classes).toBeGreaterThan(judgement.all.classes / 3);
  },
  20 * minutes,
);
