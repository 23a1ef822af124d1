import { describe, expect, it } from "vitest";
import { type Bitmap, blank, side, withLine } from "../../src/digits/bitmap.ts";
import { fitted, moved, noisy } from "../../src/digits/deform.ts";

/** The first and last column and row with ink. */
function box(bitmap: Bitmap) {
  const cells = [...bitmap.keys()].filter((cell) => bitmap[cell] === 1);
  const [xs, ys] = [cells.map((cell) => cell % side), cells.map((cell) => Math.floor(cell / side))];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe("moved", () => {
  it("moves to the right and down, and loses what leaves the grid", () => {
    const dot = blank.slice();
    dot[side * 10 + 20] = 1;
    expect(box(moved(dot, 3, -4))).toEqual([23, 23, 6, 6]);
    expect(moved(dot, 12, 0)).toEqual(blank);
    expect(moved(dot, 0, 0)).toBe(dot);
  });
});

describe("fitted", () => {
  it("makes a drawing as high as the grid, in the middle of its width", () => {
    const small = withLine(blank, [4, 5], [4, 18], 1);
    const [left = 0, right = 0, top, bottom] = box(fitted(small));
    expect([top, bottom]).toEqual([0, 31]);
    expect(Math.abs(left + right - 31)).toBeLessThanOrEqual(1);
  });

  it("leaves free columns beside a wide drawing, and room above and below", () => {
    const [left = 0, right = 0, top = 0, bottom = 0] = box(fitted(withLine(blank, [3, 16], [28, 16], 1)));
    expect(left + right).toBe(31);
    expect(right - left).toBeLessThan(26);
    expect(Math.abs(top + bottom - 31)).toBeLessThanOrEqual(1);
  });

  it("leaves what fits as it is, makes of a dot no giant, and of nothing nothing", () => {
    const whole = withLine(withLine(blank, [16, 1], [16, 30], 1), [6, 16], [26, 16], 1);
    expect(fitted(fitted(whole))).toEqual(fitted(whole));
    const [left = 0, right = 0] = box(fitted(withLine(blank, [2, 2], [2, 2], 1)));
    expect(right - left).toBeLessThan(13);
    expect(fitted(blank)).toBe(blank);
  });
});

describe("noisy", () => {
  it("turns that share of the cells over, and those of less noise too", () => {
    const turned = (share: number) =>
      [...noisy(blank, share).keys()].filter((cell) => noisy(blank, share)[cell] === 1);
    const [some, more] = [turned(0.1), turned(0.3)];
    expect(some.length / 1024).toBeCloseTo(0.1, 1);
    expect(more.length / 1024).toBeCloseTo(0.3, 1);
    for (const cell of some) expect(more).toContain(cell);
    expect(noisy(blank, 0)).toBe(blank);
  });

  it("turns ink into paper as well", () => {
    const all = blank.map(() => 1);
    expect(noisy(all, 0.2).filter((ink) => ink === 0)).toHaveLength(
      noisy(blank, 0.2).filter((ink) => ink === 1).length,
    );
  });
});
