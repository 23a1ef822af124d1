import { story } from "@outgrad/viz";
import { expect, it } from "vitest";
import { cardSentence } from "../../src/playground/card-sentence.ts";
import { circuit } from "./circuit.ts";

const { graph } = circuit("y = x * 0.1 + 2", { x: 3 });
const told = story(graph);
const idOf = (name: string) => told.tape.find(({ id }) => told.name(id) === name)?.id as number;

it("cardSentence says how a value was made, and all of its digits", () => {
  const product = graph.nodes.find(({ op }) => op === "mul")?.id as number;
  expect(cardSentence(told, told.last, product)).toBe(
    `${told.name(product)} = x * 0.1: its value is 0.30000000000000004, its gradient is 1.`,
  );
  expect(cardSentence(told, told.last, idOf("x"))).toBe("x is a leaf: its value is 3, its gradient is 0.1.");
});

it("cardSentence says what is not known yet, and nothing of a node that is not there", () => {
  expect(cardSentence(told, 0, idOf("y"))).toContain("its value is not computed yet");
  expect(cardSentence(told, told.forward, idOf("x"))).toContain("no gradient has reached it yet");
  const number = graph.nodes.find(({ isConstant }) => isConstant)?.id as number;
  expect(cardSentence(told, 0, number)).toMatch(/^The plain number (0\.1|2): it takes no gradient\.$/);
  expect(cardSentence(told, 0, 99)).toBeUndefined();
});
