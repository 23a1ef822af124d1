import { cpu, dense, elementwiseCode, type Strided } from "@outgrad/engine/backend";
import { expect, it } from "vitest";
import { mistakeIn, titleOf } from "./compare.js";
import { elementwiseCall, type Question, questionOf, shapeCall } from "./question.js";

const list = (...numbers: number[]): Strided =>
  dense(Float64Array.from(numbers), "float64", [numbers.length]);
const matrix = (...numbers: number[]): Strided => dense(Float64Array.from(numbers), "float64", [2, 2]);

const product = questionOf(shapeCall("matmul", [matrix(1, 2, 3, 4), matrix(0.1, -1, 2, 0.5)], [2, 2], {}));
const greatest = questionOf(shapeCall("amax", [list(1, 0.3)], [], { dims: [0], keepdim: false }));
const tanh = questionOf(
  elementwiseCall({ code: elementwiseCode("tanh"), partial: undefined }, [3], [], [list(0.5, 1 / 0, NaN)]),
);

const right = (question: Question): Float32Array =>
  Float32Array.from(cpu.numbers(question.answer(cpu, question.operands)));

/** The right answer with one number replaced. */
const with0 = (question: Question, change: (x: number) => number): Float32Array =>
  right(question).with(0, change(right(question)[0] as number));

it("mistakeIn(question, found) finds nothing in what the CPU gives in float32", () => {
  for (const question of [product, greatest, tanh])
    expect(mistakeIn(question, right(question))).toBeUndefined();
});

it("mistakeIn(question, found) of a product allows 1e-6 of the absolute terms, and no more", () => {
  expect(
    mistakeIn(
      product,
      with0(product, (x) => x * (1 + 7e-7)),
    ),
  ).toBeUndefined();
  expect(
    mistakeIn(
      product,
      with0(product, (x) => x * (1 + 2e-6)),
    ),
  ).toMatch(/^number 0 is 4\.10.*and must be 4\.1/);
  expect(
    mistakeIn(
      product,
      with0(product, () => Number.NaN),
    ),
  ).toContain("is NaN");
  expect(mistakeIn(product, right(product).subarray(1))).toBe("gives 3 numbers instead of 4");
});

it("mistakeIn(question, found) of what chooses allows nothing, and of a formula what errors of its steps make", () => {
  expect(
    mistakeIn(
      greatest,
      with0(greatest, (x) => x + 1e-6),
    ),
  ).toContain("within 0");
  expect(
    mistakeIn(
      tanh,
      with0(tanh, (x) => x * (1 + 3e-7)),
    ),
  ).toBeUndefined();
  expect(
    mistakeIn(
      tanh,
      with0(tanh, (x) => x * (1 + 3e-6)),
    ),
  ).toContain("number 0");
  expect(mistakeIn(tanh, right(tanh).with(2, 0))).toContain("number 2");
  expect(mistakeIn(tanh, right(tanh).with(1, 0.9))).toContain("number 1");
});

it("titleOf(question) names op, shapes and options", () => {
  expect(titleOf(product)).toBe("matmul of [2,2] and [2,2] {}");
});
