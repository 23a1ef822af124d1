import { describe, expect, it } from "vitest";
import { type Bitmap, blank, inkOf, pathOf, side, withLine } from "../../src/digits/bitmap.ts";
import { readBitmap, writeBitmap } from "../../src/digits/bitmap-text.ts";
import { loadData } from "../../src/digits/data.ts";
import { drawingOf } from "../../src/digits/drawing-of.ts";

const count = (bitmap: Bitmap) => bitmap.reduce((sum, ink) => sum + ink, 0);
const at = (bitmap: Bitmap, x: number, y: number) => bitmap[side * y + x];

describe("withLine", () => {
  it("inks the cells within half the pen's width of the line, and leaves the drawing before as it was", () => {
    const line = withLine(blank, [8, 16], [24, 16], 1);
    expect(count(blank)).toBe(0);
    expect([at(line, 8, 16), at(line, 16, 18), at(line, 16, 14), at(line, 26, 16)]).toEqual([1, 1, 1, 1]);
    expect([at(line, 16, 19), at(line, 16, 13), at(line, 5, 16), at(line, 27, 16)]).toEqual([0, 0, 0, 0]);
  });

  it("from a point to itself is a round dot", () => {
    expect(count(withLine(blank, [16, 16], [16, 16], 1))).toBe(13);
  });

  it("without ink takes ink away, and outside the grid does nothing", () => {
    const line = withLine(blank, [0, 0], [31, 31], 1);
    expect(count(withLine(line, [0, 0], [31, 31], 0))).toBe(0);
    expect(withLine(line, [-50, 10], [-40, 10], 1)).toEqual(line);
  });
});

it("inkOf(bitmap) counts the ink of 4 by 4 cells, as the data set does", () => {
  const bitmap = blank.slice();
  // The second pixel of the third row: columns 4 to 7, rows 8 to 11.
  for (const [x, y] of [
    [4, 8],
    [7, 11],
    [5, 9],
  ] as const)
    bitmap[side * y + x] = 1;
  const ink = inkOf(bitmap);
  expect(ink[2 * 8 + 1]).toBe(3);
  expect(ink.reduce((sum, level) => sum + level, 0)).toBe(3);
  expect([...inkOf(blank.map(() => 1))]).toEqual(Array.from({ length: 64 }, () => 16));
});

describe("drawingOf", () => {
  it("has exactly the ink of each picture of the data set", () => {
    const { images } = loadData().test;
    for (let place = 0; place < 297; place++) {
      const ink = images.slice(64 * place, 64 * place + 64);
      expect(inkOf(drawingOf(ink))).toEqual(ink);
    }
  });

  it("puts the ink of a pixel where its neighbours have theirs", () => {
    const ink = new Uint8Array(64);
    ink[8] = 16;
    ink[9] = 8;
    const drawing = drawingOf(ink);
    // In the pixel at columns 4 to 7 the ink is at the left, where the full one is.
    const columns = [4, 5, 6, 7].map((x) => [4, 5, 6, 7].filter((y) => at(drawing, x, y) === 1).length);
    expect(columns).toEqual([4, 2, 2, 0]);
  });
});

it("pathOf(bitmap) draws each run of ink in a row", () => {
  const bitmap = blank.slice();
  for (const cell of [0, 1, 2, 5, side + 31]) bitmap[cell] = 1;
  expect(pathOf(bitmap)).toBe("M0,0h3v1h-3zM5,0h1v1h-1zM31,1h1v1h-1z");
});

describe("readBitmap", () => {
  it("reads what writeBitmap wrote", () => {
    const drawings = [blank, blank.map(() => 1), blank.map((_, i) => ((i * i) % 7) & 1)];
    for (const drawing of drawings) {
      expect(writeBitmap(drawing)).toMatch(/^[\w-]{171}$/);
      expect(readBitmap(writeBitmap(drawing))).toEqual(drawing);
    }
  });

  it("reads nothing else", () => {
    for (const text of ["", "A", "A".repeat(170), "A".repeat(172), "<".repeat(171), `${"A".repeat(170)}=`])
      expect(readBitmap(text)).toBeUndefined();
  });
});
