import { allOps } from "@outgrad/ops";
import { expect, it } from "vitest";
import { checkOp } from "../src/index.js";

it.each(allOps().map((op) => [op.name, op] as const))("%s", (_, op) => {
  const report = checkOp(op);
  console.log(report.toString(), report.rows.map((r) => r.relativeError.toExponential(1)).join());
  expect(report.verdict).toBe("OK");
});
