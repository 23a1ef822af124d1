import { random } from "@outgrad/engine/random";
import { draw, story } from "@outgrad/viz";
import { expect, it } from "vitest";
import { asCode } from "../../src/playground/as-code.ts";
import { circuitOf, leavesFor } from "../../src/playground/circuit.ts";
import { compile } from "../../src/playground/compile.ts";
import { trailOf } from "../../src/playground/trail.ts";

const words = (
  "x y w __proto__ constructor toString é 名 = == ; \n + - * / ** ( ) , ? : < > 0 1 2.5 1e308 exp log tanh max relu " +
  "leakyRelu pow sqrt abs # <b> & \" ' \\ $ ^ ."
).split(" ");

/** Texts that are often wrong and sometimes right, the same ones in every run. */
function* texts(count: number): Generator<string> {
  const r = random("hostile text");
  const pick = () => words[r.integer(words.length)] as string;
  const part = (): string =>
    r.integer(3) === 0 ? `(${part()} ${["+", "*", "/", "-", "**"][r.integer(5)]} ${part()})` : pick();
  for (let i = 0; i < count; i++) {
    yield Array.from({ length: 1 + r.integer(8) }, () => (r.integer(2) ? part() : pick())).join(" ");
    yield `a = ${part()} * x\nb = ${part()} + a; tanh(${part()}) / b`;
  }
}

it("any text is a mistake with a sentence, or a story that can be told to its end", () => {
  let [good, bad] = [0, 0];
  for (const text of texts(1500)) {
    const compiled = compile(text);
    if ("mistake" in compiled) {
      bad++;
      expect(compiled.mistake.sentence.length).toBeGreaterThan(10);
      continue;
    }
    good++;
    const { expression } = compiled;
    const circuit = circuitOf(expression, leavesFor(expression, new Map()), 2);
    const told = story(circuit.graph, { passes: 2 });
    for (let position = 0; position <= told.last; position++) {
      expect(told.sentence(position)).toMatch(/\.$/);
    }
    expect(trailOf(told)?.birth ?? ".").toMatch(/\.$/);
    expect(draw(circuit.graph, { step: told.steps.length }).svg()).toMatch(/<\/svg>$/);
    expect(circuit.tape.length).toBeGreaterThan(0);
    expect(circuit.slopes.size).toBe(expression.names.length);
    expect(asCode(circuit)).toContain(".backward();");
  }
  expect(good).toBeGreaterThan(100);
  expect(bad).toBeGreaterThan(200);
});
