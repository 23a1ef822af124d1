import { expect, it } from "vitest";
import { readCsv } from "../../../src/train/data/read-csv.ts";

it.each([
  ["0.5,-0.2,1\n-0.3,0.8,0", [0.5, -0.2, 1, -0.3, 0.8, 0]],
  ["x,y,label\r\n1;2;1\r\n", "mixed"],
  ["x;y;label\n1;2;-1\n\n3;4;1\n", [1, 2, 0, 3, 4, 1]],
  ['"1"\t2\t0', [1, 2, 0]],
  ["0.123456,1e-7,1", [0.1235, 1e-7, 1]],
] as const)("readCsv(%j)", (text, expected) => {
  const read = readCsv(text);
  if (expected === "mixed") expect(read).toHaveProperty("problem");
  else expect("points" in read && read.points.flatMap(({ x, y, label }) => [x, y, label])).toEqual(expected);
});

it.each([
  ["1,2,0\n1,b,1", 'Line 2: y is not a number: "b".'],
  ["1,2,0\n\n,2,1", 'Line 3: x is not a number: "".'],
  ["1,2", "Line 1: expected three numbers, x,y,label; found 2 values."],
  ["1,2,cat", 'Line 1: the label is 0 or 1 (or -1 for 0); found "cat".'],
  ["x,y,label\n1,2,2", 'Line 2: the label is 0 or 1 (or -1 for 0); found "2".'],
  ["1,Infinity,0", 'Line 1: y is not a number: "Infinity".'],
  ["  \n", "There are no points here: write lines of x,y,label."],
  ["1,2,1\n".repeat(601), "Line 601: these are more than 600 points, as many as a link can hold."],
])("readCsv(%j) says which line is wrong, and how", (text, problem) => {
  expect(readCsv(text)).toEqual({ problem });
});

it("readCsv(text) scales columns of large numbers to -1 ... 1", () => {
  const read = readCsv("1000,5,0\n1500,5,1\n2000,7,1");
  expect("points" in read && read.points.map(({ x, y }) => [x, y])).toEqual([
    [-1, -1],
    [0, -1],
    [1, 1],
  ]);
});
