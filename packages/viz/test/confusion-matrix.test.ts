import { confusionMatrix } from "@outgrad/viz";
import { expect, it } from "vitest";
import { all, parseXml, withClass } from "./xml.js";

const example = { labels: [0, 0, 0, 1, 1, 2], predicted: [0, 0, 1, 1, 1, 0] };

it("confusionMatrix counts a row for each class that is, and a column for each that is read", () => {
  const drawing = confusionMatrix(example);
  expect(drawing.table()).toBe(
    ["is  as 0  as 1  as 2", "0      2     1     0", "1      0     2     0", "2      1     0     0"].join(
      "\n",
    ),
  );
  expect(JSON.parse(drawing.json())).toEqual({
    classes: ["0", "1", "2"],
    counts: [
      [2, 1, 0],
      [0, 2, 0],
      [1, 0, 0],
    ],
  });
});

it("confusionMatrix says how many are right and what is mixed up most", () => {
  expect(confusionMatrix(example).text()).toBe(
    "Confusion matrix of 6 samples in 3 classes: 4 right (66.7 %); the most frequent mistake takes 0 for 1, once.",
  );
  const cats = { labels: [0, 0, 1], predicted: [1, 1, 1], classes: ["cat", "dog"] };
  expect(confusionMatrix(cats).text()).toBe(
    "Confusion matrix of 3 samples in 2 classes: 1 right (33.3 %); the most frequent mistake takes cat for dog, 2 times.",
  );
  expect(confusionMatrix({ labels: [1], predicted: [1] }).text()).toBe(
    "Confusion matrix of 1 samples in 2 classes: 1 right (100 %).",
  );
});

it("confusionMatrix draws the right ones on the diagonal, of another colour, with their numbers", () => {
  const svg = parseXml(confusionMatrix({ ...example, width: 300 }).svg());
  const cells = (colour: string) =>
    withClass(svg, `og-cell-${colour}`).map(({ attributes }) => [
      attributes["data-label"],
      attributes["data-as"],
    ]);
  expect(cells("data")).toEqual([
    ["0", "0"],
    ["1", "1"],
  ]);
  expect(cells("grad")).toEqual([
    ["0", "1"],
    ["2", "0"],
  ]);
  const [cell] = withClass(svg, "og-cell-grad");
  const { x, y, width } = cell?.attributes ?? {};
  // One column to the right of the first cell, in the same row.
  const [first] = withClass(svg, "og-cell-data");
  expect(Number(x) - Number(first?.attributes.x)).toBe(Number(width));
  expect(y).toBe(first?.attributes.y);
  const numbers = all(svg).filter(
    ({ name, attributes }) => name === "text" && attributes.class === "og-middle",
  );
  expect(numbers.map(({ text }) => text)).toEqual(["2", "1", "2", "1"]);
});

it("confusionMatrix of many classes leaves out what has no room, and stays as wide as it may be", () => {
  const labels = Array.from({ length: 60 }, (_, i) => i);
  const svg = parseXml(confusionMatrix({ labels, predicted: labels, width: 360 }).svg());
  expect(Number(svg.attributes.width)).toBeLessThanOrEqual(360);
  expect(withClass(svg, "og-cell-data")).toHaveLength(60);
  expect(
    all(svg)
      .filter(({ name }) => name === "text")
      .map(({ text }) => text),
  ).toEqual(["read as", "is"]);
});

it("confusionMatrix of nothing is an empty matrix", () => {
  const drawing = confusionMatrix({ labels: [], predicted: [] });
  expect(drawing.text()).toBe("Confusion matrix of 0 samples in 0 classes.");
  expect(/NaN|Infinity/.test(drawing.svg())).toBe(false);
  expect(confusionMatrix({ labels: [], predicted: [], classes: ["a", "b"] }).table()).toBe(
    ["is  as a  as b", "a      0     0", "b      0     0"].join("\n"),
  );
});

it("confusionMatrix says what does not fit", () => {
  expect(() => confusionMatrix({ labels: [1, 2], predicted: [1] })).toThrow(
    "confusionMatrix: found 2 labels and 1 predictions; give one of each for every sample.",
  );
  expect(() => confusionMatrix({ labels: [0], predicted: [2], classes: ["a", "b"] })).toThrow(
    "confusionMatrix: predicted are classes, whole numbers from 0 to 1; got 2.",
  );
  for (const bad of [-1, 0.5, Number.NaN, 1e9]) {
    expect(() => confusionMatrix({ labels: [bad], predicted: [0] })).toThrow(
      `confusionMatrix: labels are classes, whole numbers from 0 to 99; got ${bad}.`,
    );
  }
});
