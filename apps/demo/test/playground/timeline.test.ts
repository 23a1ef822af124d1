import { expect, it } from "vitest";
import { clampPosition, lastPosition, placeAt, placeText } from "../../src/playground/timeline.ts";

const timeline = { forward: 7, backward: 4 };

it("a position in the first phase is a step forward", () => {
  expect(placeText(placeAt(timeline, 3))).toBe("forward 3 / 7");
  expect(placeText(placeAt(timeline, 7))).toBe("forward 7 / 7");
});

it("a position behind it is a step backward", () => {
  expect(placeText(placeAt(timeline, 9))).toBe("backward 2 / 4");
  expect(placeText(placeAt(timeline, lastPosition(timeline)))).toBe("backward 4 / 4");
});

it("clampPosition keeps positions in the story; Infinity is its end", () => {
  expect(clampPosition(timeline, Number.POSITIVE_INFINITY)).toBe(11);
  expect(clampPosition(timeline, -1)).toBe(0);
  expect(clampPosition(timeline, 2.7)).toBe(2);
});
