import { allOps } from "@outgrad/ops";
import { expect, it } from "vitest";
import { ADD, MUL } from "../src/generated/codes.js";
import { shapeCount, shapeOf } from "../src/shapes.js";
import "../src/value.js";

it("shapeOf(code) is the table's op: its name, and how many arguments and parameters it has", () => {
  const found = Array.from({ length: shapeCount() }, (_, code) => shapeOf(code));
  const ops = allOps().map(({ name, args, params }) => ({
    op: name,
    args: args.length,
    params: Object.keys(params).length,
  }));
  const nothing = { op: "", args: 0, params: 0 };
  expect(found).toEqual([nothing, nothing, nothing, ...ops]);
  expect([shapeOf(ADD).op, shapeOf(MUL).op]).toEqual(["add", "mul"]);
});
