import { story } from "@outgrad/viz";
import { expect, it } from "vitest";
import { passesText } from "../../src/playground/passes-text.ts";
import { unresetGradients } from "../../src/playground/unreset.ts";
import { circuit } from "./circuit.ts";

const text = (expression: string, passes: number, order: "topological" | "recursive" = "topological") =>
  passesText(story(circuit(expression, { a: 2 }, passes).graph, { passes, order }));

it("unresetGradients is 12, 36, 72 for c = 3 * (a * a) at a = 2: each pass sends all that came before", () => {
  const { graph, tape } = circuit("b = a*a; c = 3*b", { a: 2 });
  const a = tape.find(({ label }) => label === "a")?.id as number;
  expect([1, 2, 3].map((passes) => unresetGradients(graph, passes).get(a))).toEqual([12, 36, 72]);
});

it("passesText gives the wrong number of an engine without resetting, beside ours", () => {
  expect(text("b = a*a; c = 3*b", 2)).toContain("would now show a 36 instead of 24.");
  expect(text("b = a*a; c = 3*b", 3)).toContain("would now show a 72 instead of 36.");
});

it("passesText says so where nothing is between the leaves and the result", () => {
  expect(text("c = a*a", 2)).toContain("makes no difference");
});

it("passesText is short for no pass and for one, and compares nothing in the wrong order", () => {
  expect(text("c = a*a", 0)).toBe("All gradients are 0.");
  expect(text("c = a*a", 1)).toBe("backward() ran once.");
  expect(text("b = a*a; c = 3*b", 2, "recursive")).not.toContain("instead of");
});
