import { errorCurve } from "@outgrad/viz";
import { expect, it } from "vitest";
import { all, parseXml, withClass } from "./xml.js";

const steps = [0.1, 0.01, 0.001];
const method = (name: string, errors: readonly number[]) => ({
  name,
  points: errors.map((error, i) => ({ h: steps[i] as number, error })),
});
const line = (svg: string, series: number) => {
  const d = all(parseXml(svg)).find(({ attributes }) => attributes["data-series"] === String(series))
    ?.attributes.d;
  return [...(d ?? "").matchAll(/([ML])([\d.]+),([\d.]+)/g)].map(([, move, x, y]) => ({
    move,
    x: Number(x),
    y: Number(y),
  }));
};
const frame = (svg: string) => {
  const { x, y, width, height } = withClass(parseXml(svg), "og-frame")[0]?.attributes ?? {};
  return { left: Number(x), right: Number(x) + Number(width), bottom: Number(y) + Number(height) };
};

it("errorCurve draws small steps at the left and large ones at the right, equal factors equally long", () => {
  const svg = errorCurve({ exact: 2, methods: [method("forward", [0.2, 0.02, 0.002])] }).svg();
  const [first, second, third] = line(svg, 0);
  const { left, right } = frame(svg);
  expect([first?.x, second?.x, third?.x]).toEqual([left, (left + right) / 2, right]);
  // The error of a first-order formula falls as fast as its step: a straight line upwards.
  const [low = 0, middle = 0, high = 0] = [first?.y, second?.y, third?.y];
  expect(middle - low).toBeCloseTo(high - middle, 6);
  expect(high).toBeLessThan(low);
});

it("errorCurve divides by the true derivative, unless that is 0", () => {
  const of = (exact: number) => errorCurve({ exact, methods: [method("forward", [0.2, 0.02, 0.004])] });
  expect(of(-2).text()).toBe("The relative error over the step h: forward is best at h = 0.001, 0.002.");
  expect(of(0).text()).toBe("The absolute error over the step h: forward is best at h = 0.001, 0.004.");
  expect(of(Number.NaN).text()).toMatch(/^The absolute error/);
  expect(withClass(parseXml(of(0).svg()), "og-middle").map(({ text }) => text)).toContain("absolute error");
});

it("errorCurve says the best step of each method, of equal ones the largest, and marks it", () => {
  const drawing = errorCurve({
    exact: 1,
    methods: [method("forward", [0.1, 0.01, 0.01]), method("symmetric", [1e-3, 1e-5, 1e-4])],
  });
  expect(drawing.text()).toBe(
    "The relative error over the step h: forward is best at h = 0.01, 0.01; symmetric is best at h = 0.01, 1e-5.",
  );
  expect(parseXml(drawing.svg()).attributes["aria-label"]).toBe(drawing.text().slice(0, -1));
  expect(drawing.table()).toBe(
    [
      "    h  forward    symmetric",
      "  0.1      0.1        0.001",
      " 0.01     0.01 *       1e-5 *",
      "0.001     0.01       0.0001",
      "* the least of its method",
    ].join("\n"),
  );
});

it("errorCurve puts errors of exactly 0 on a line at the bottom, with a ring and the label 0", () => {
  const svg = errorCurve({ exact: 6, methods: [method("symmetric", [0, 1e-12, 0])] }).svg();
  const points = line(svg, 0);
  const { bottom } = frame(svg);
  expect(points.map(({ y }) => y === bottom)).toEqual([true, false, true]);
  expect(withClass(parseXml(svg), "og-hollow")).toHaveLength(2);
  expect(withClass(parseXml(svg), "og-end").map(({ text }) => text)).toContain("0");
  expect(withClass(parseXml(svg), "og-name").map(({ text }) => text)).toContain("exactly 0");
  expect(errorCurve({ exact: 6, methods: [method("symmetric", [0, 1e-12, 0])] }).text()).toContain(
    "best at h = 0.1, exactly 0",
  );
});

it("errorCurve leaves a gap where an error is not finite", () => {
  const drawing = errorCurve({ exact: 1, methods: [method("forward", [1, Number.NaN, 2])] });
  expect(line(drawing.svg(), 0).map(({ move }) => move)).toEqual(["M", "M"]);
  expect(errorCurve({ exact: 1, methods: [method("forward", [Number.NaN, Infinity])] }).text()).toBe(
    "The relative error over the step h: forward has no finite error.",
  );
});

it("errorCurve(curve, { h }) marks a step and says the errors there, or nearest to it", () => {
  const curve = { exact: 1, methods: [method("forward", [0.1, 0.01, 0.001])] };
  const drawing = errorCurve(curve, { h: 0.01 });
  expect(drawing.text()).toMatch(/; at h = 0\.01: forward 0\.01\.$/);
  expect(errorCurve(curve, { h: 0.02 }).text()).toMatch(/; nearest to h = 0\.02: forward 0\.01\.$/);
  const [ruler] = withClass(parseXml(drawing.svg()), "og-ruler");
  expect(ruler?.attributes.d).toMatch(new RegExp(`^M${line(drawing.svg(), 0)[1]?.x},`));
  expect(withClass(parseXml(drawing.svg()), "og-small").map(({ text }) => text)).toEqual(["h = 0.01"]);
});

it("errorCurve names what wins on which side", () => {
  const texts = all(parseXml(errorCurve({ exact: 1, methods: [method("a", [1])] }).svg())).map(
    ({ text }) => text,
  );
  expect(texts).toEqual(expect.arrayContaining(["← round-off", "truncation →", "step h", "relative error"]));
});

it("errorCurve draws a line for the method that chooses its own steps, if it is off at all", () => {
  const of = (distance: number) =>
    withClass(
      parseXml(errorCurve({ exact: 1, ridders: { distance }, methods: [method("a", [1, 0.1])] }).svg()),
      "og-curve-grad",
    ).length;
  // In the legend and in the picture.
  expect([of(1e-12), of(0)]).toEqual([2, 0]);
});

it("errorCurve of nothing, of zeros only and of extreme errors draws finite coordinates", () => {
  for (const errors of [[], [0, 0, 0], [1e308, 5e-324, 1], [Infinity, Infinity, Infinity]]) {
    const svg = errorCurve(
      { exact: 1, methods: [method("forward", errors)] },
      { h: 1e-300, width: 10 },
    ).svg();
    expect(svg.replace(/aria-label="[^"]*"/, ""), String(errors)).not.toMatch(/NaN|Infinity/);
  }
  expect(errorCurve({ exact: 1, methods: [] }).text()).toBe("No method was measured.");
});

it("errorCurve with a step that is 0 says so", () => {
  const curve = { exact: 1, methods: [{ name: "forward", points: [{ h: 0, error: 1 }] }] };
  expect(() => errorCurve(curve)).toThrow("errorCurve: expected steps h that are finite and above 0, got 0.");
  expect(() => errorCurve({ exact: 1, methods: [] }, { h: Number.NaN })).toThrow("got NaN");
});

it("errorCurve writes gradcheck's richardson as the name that it is, in words, table and picture", () => {
  const drawing = errorCurve({ exact: 1, methods: [method("richardson", [1e-3, 1e-5, 1e-4])] });
  expect(drawing.text()).toBe("The relative error over the step h: Richardson is best at h = 0.01, 1e-5.");
  expect(drawing.table()).toMatch(/^ *h +Richardson/);
  expect(drawing.svg()).toContain(">Richardson<");
  expect(drawing.svg()).not.toContain("richardson");
});
