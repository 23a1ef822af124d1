import { expression, value } from "@outgrad/engine";
import { expect, it } from "vitest";

it.each([
  ["-a**2", -9],
  ["a**3**2", 19683],
  ["(a**3)**2", 729],
  ["2**-1", 0.5],
  ["-2**2", -4],
  ["7 - 2 - 1", 4],
  ["8 / 2 / 2", 2],
  ["2 + 3 * a", 11],
  ["--a", 3],
  ["+a - -a", 6],
  ["max(a, 5) - min(a, 2)", 3],
  ["a > 2 ? a * 10 : 0", 30],
  ["a != 3 ? 1 : a == 3 ? 2 : 4", 2],
  ["1.5e1 + .5", 15.5],
  ["leakyRelu(-a, 0.5)", -1.5],
  ["x = a + 1 # the next line reads it\n x * 2", 8],
])("expression(%o) is %d at a = 3", (text, wanted) => {
  expect(expression(text)(text.includes("a") ? { a: 3 } : {}).data).toBe(wanted);
});

it.each([
  ["a * a", ""],
  ["y = a * a", "y"],
  ["y = a * a; y + 1", "result"],
])("expression(%o) labels its result %o", (text, label) => {
  expect(expression(text)({ a: 3 }).label).toBe(label);
});

it("names are free names in order of appearance, values are labelled", () => {
  const f = expression("e = a*b; d = e + c; L = d * f");
  expect(f.names).toEqual(["a", "b", "c", "f"]);
  const { result, values } = f.run({ a: 2, b: -3, c: 10, f: -2 });
  result.backward();
  expect(Object.entries(values).map(([name, v]) => [name, v.label, v.data, v.grad])).toEqual([
    ["a", "a", 2, 6],
    ["b", "b", -3, -4],
    ["c", "c", 10, -2],
    ["f", "f", -2, 4],
    ["e", "e", -6, -2],
    ["d", "d", 4, -2],
    ["L", "L", -8, 1],
  ]);
});

it("spans say where in the text each node was computed", () => {
  const text = "e = a*b; tanh(e + 1)";
  const { result, spans } = expression(text).run({ a: 1, b: 2 });
  const place = (id: number): string => text.slice(...(spans.get(id) as [number, number]));
  expect(place(result.id)).toBe("tanh(e + 1)");
  expect(place(result.inputs[0]?.id as number)).toBe("e + 1");
  expect(place(result.inputs[0]?.inputs[0]?.id as number)).toBe("a*b");
});

it("a given Value is used as it is; a name may be any word", () => {
  const weight = value(3, "w");
  const f = expression("gewicht * constructor + __proto__");
  expect(f.names).toEqual(["gewicht", "constructor", "__proto__"]);
  const y = f(
    Object.fromEntries([
      ["gewicht", weight],
      ["constructor", 2],
      ["__proto__", 1],
    ]),
  );
  y.backward();
  expect([y.data, weight.grad, weight.label]).toEqual([7, 2, "w"]);
});

it("a line that only renames keeps the first name", () => {
  const { values } = expression("y = x; z = y * y").run({ x: 3 });
  expect(values.y).toBe(values.x);
  expect(values.y?.label).toBe("x");
});

it("deep and long texts end with a sentence, not with an overflow", () => {
  expect(() => expression(`${"(".repeat(10_000)}a${")".repeat(10_000)}`)).toThrow(
    "nested more than 200 deep",
  );
  expect(() => expression("-".repeat(10_000))).toThrow("nested more than 200 deep");
  expect(() => expression(`a${" + a".repeat(10_000)}`)).toThrow("More than 1000 terms in a row");
  expect(() => expression(`a${" < a ? a : a".repeat(10_000)}`)).toThrow("nested more than 200 deep");
  expect(() => expression(`a${"**a".repeat(10_000)}`)).toThrow("nested more than 200 deep");
});
