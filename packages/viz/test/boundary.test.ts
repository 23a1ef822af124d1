import { decisionBoundary } from "@outgrad/viz";
import { expect, it } from "vitest";
import { all, parseXml, withClass } from "./xml.js";

const square = { xRange: [0, 10], yRange: [0, 10] } as const;

function frame(svg: string) {
  const { x, y, width, height } = withClass(parseXml(svg), "og-frame")[0]?.attributes ?? {};
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

/** The corners of the border that are inside the frame, as parts of its width and height. */
function border(svg: string): (readonly [number, number])[] {
  const { width, height } = frame(svg);
  const path = withClass(parseXml(svg), "og-border")[0]?.attributes.d ?? "";
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)]
    .map(([, x, y]) => [Number(x) / width, Number(y) / height] as const)
    .filter(([x, y]) => x > 0 && x < 1 && y > 0 && y < 1);
}

it("decisionBoundary draws the border where the score is 0", () => {
  const points = border(decisionBoundary({ ...square, predict: (x) => x - 2 }).svg());
  expect(points).toHaveLength(64);
  for (const [x] of points) expect(x).toBeCloseTo(0.2, 4);
});

it("decisionBoundary has y growing upwards", () => {
  const points = border(decisionBoundary({ ...square, predict: (_, y) => y - 9 }).svg());
  expect(points).toHaveLength(64);
  for (const [, y] of points) expect(y).toBeCloseTo(0.1, 4);
});

it("decisionBoundary takes scores for each class, and draws one region for each", () => {
  const svg = parseXml(decisionBoundary({ ...square, predict: (x, y) => [x, y, 8] }).svg());
  expect(withClass(svg, "og-border")).toHaveLength(3);
  for (const colour of ["data", "grad", "slope"]) expect(withClass(svg, `og-area-${colour}`)).toHaveLength(3);
});

it("decisionBoundary takes the scores on a grid in place of a function: the same picture", () => {
  const predict = (x: number, y: number) => x * y - 20;
  const scores: number[] = [];
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++)
      scores.push(predict(((column + 0.5) / 8) * 10, ((row + 0.5) / 8) * 10));
  }
  const grid = { columns: 8, rows: 8, scores: Float64Array.from(scores) };
  expect(decisionBoundary({ ...square, grid }).svg()).toBe(
    decisionBoundary({ ...square, predict, cells: 8 }).svg(),
  );
});

it("decisionBoundary marks points by class in shape and colour, and rings those on the wrong side", () => {
  const drawing = decisionBoundary({
    ...square,
    predict: (x) => x - 5,
    points: [
      [1, 1],
      [9, 1],
      [8, 2],
    ],
    labels: [0, 1, 0],
  });
  const [, inner] = all(parseXml(drawing.svg())).filter(({ name }) => name === "svg");
  const marks = inner?.children.filter(({ attributes }) => attributes.class?.startsWith("og-mark")) ?? [];
  expect(marks.map(({ attributes }) => attributes.class)).toEqual([
    "og-mark-data",
    "og-mark-grad",
    "og-mark-data",
  ]);
  expect(marks.map(({ attributes }) => attributes.d?.includes("A"))).toEqual([true, false, true]);
  expect(inner?.children.filter(({ attributes }) => attributes.class === "og-wrong")).toHaveLength(1);
  expect(drawing.text()).toBe(
    "Decision boundary between class 0, class 1, x from 0 to 10, y from 0 to 10; 2 of 3 points are on their side.",
  );
  expect(drawing.table()).toBe(
    [
      "points of  as class 0  as class 1",
      "class 0             1           1",
      "class 1             0           1",
    ].join("\n"),
  );
});

it("decisionBoundary reads the label -1 as class 0, and a score of 0 as class 0", () => {
  const options = { ...square, predict: () => 0, points: [[1, 1]] as const, labels: [-1] };
  expect(decisionBoundary(options).text()).toContain("1 of 1 points");
});

it("decisionBoundary spans its points where no range is given", () => {
  const points = [
    [0, 0],
    [10, 100],
  ] as const;
  expect(decisionBoundary({ predict: (x) => x, points, labels: [0, 1] }).text()).toContain(
    "x from -1.2 to 11.2, y from -12 to 112",
  );
});

it("decisionBoundary draws where scores are not finite", () => {
  const svg = decisionBoundary({ ...square, predict: (x) => (x < 5 ? Number.NaN : 1 / 0) }).svg();
  expect(/d="[^"]*(NaN|Infinity)/.test(svg)).toBe(false);
});

it("decisionBoundary says what is missing or does not fit", () => {
  expect(() => decisionBoundary({ ...square })).toThrow(
    "decisionBoundary: give predict, a function (x, y) => score, or grid, its scores.",
  );
  expect(() => decisionBoundary({ predict: () => 1, points: [[0, 0]] })).toThrow(
    "decisionBoundary: found 1 points and 0 labels; give one label for each point.",
  );
  expect(() => decisionBoundary({ predict: () => 1 })).toThrow(
    "decisionBoundary: without points there must be xRange, [low, high].",
  );
  expect(() => decisionBoundary({ ...square, grid: { columns: 2, rows: 2, scores: [1] } })).toThrow(
    "decisionBoundary: the grid has 2 columns, 2 rows and 1 scores; give columns * rows scores.",
  );
});
