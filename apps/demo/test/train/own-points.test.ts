import { expect, it } from "vitest";
import { writeHash } from "../../src/state/address.ts";
import { initialConfig, readConfig, writeConfig } from "../../src/train/config.ts";
import { mostOwnPoints, ownPoint, ownPoints } from "../../src/train/own-points.ts";
import { makeTask } from "../../src/train/task.ts";

it("ownPoints.read(text) reads what write(points) writes, and nothing else", () => {
  const points = [ownPoint(0.123456, -1e-9, 1), ownPoint(-7, 0, 0)];
  expect(ownPoints.write(points)).toBe("0.1235_-1e-9_1*-7_0_0");
  expect(ownPoints.read(ownPoints.write(points))).toEqual(points);
  for (const text of ["", "1_2", "1_2_2", "1_2_1_0", "a_2_1", "1_0x10_1", "1_1e999_1", "1_2_1*"])
    expect(ownPoints.read(text)).toBeUndefined();
});

it("the most points, at their longest, come back from the address", () => {
  const points = Array.from({ length: mostOwnPoints }, () => ownPoint(-1.234e-10, -5.678e-12, 1));
  const hash = writeHash({ screen: "train", query: writeConfig({ ...initialConfig("own"), points }) });
  expect(hash.length).toBeLessThan(20_000);
  expect(readConfig(new URLSearchParams(hash.split("?")[1])).points).toEqual(points);
});

it("few own points are all trained on; of 30 a third tests", () => {
  const points = Array.from({ length: 30 }, (_, i) => ownPoint(i, -i, i % 2 === 0 ? 1 : 0));
  const few = makeTask({ ...initialConfig("own"), points: points.slice(1) });
  expect([few.train.length, few.test.length]).toEqual([29, 0]);
  const many = makeTask({ ...initialConfig("own"), points });
  expect([many.train.length, many.test.length]).toEqual([20, 10]);
  const alike = makeTask({
    ...initialConfig("own"),
    points: points.map((point) => ({ ...point, label: 0 })),
  });
  expect(alike.train).toHaveLength(30);
});
