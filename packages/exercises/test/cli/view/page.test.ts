import { expect, it } from "vitest";
import { noColours } from "../../../src/cli/paint.js";
import type { Terminal } from "../../../src/cli/terminal.js";
import { pageOf } from "../../../src/cli/view/page.js";

const terminal = { width: 70, paint: noColours } as Terminal;

it("pageOf(terminal, language) calls things what the learner's language calls them", () => {
  const [typescript, python] = [pageOf(terminal, "typescript"), pageOf(terminal, "python")];
  const names = ["rsub", "tanh", "addRow", "Neuron"];
  expect(names.map(typescript.name)).toEqual(["rsub", "tanh", "addRow", "Neuron"]);
  expect(names.map(python.name)).toEqual(["__rsub__", "tanh", "add_row", "Neuron"]);
  const finding = { code: "missing-return", op: "mul" };
  expect(typescript.sentence(finding)).toContain("`mul`");
  expect(python.sentence(finding)).toContain("`__mul__`");
  expect([typescript.width, typescript.paint]).toEqual([70, noColours]);
});

it.each(["endless-loop", "out-of-memory", "leaves", "to-do"])(
  "there is a sentence for %s, which this program makes",
  (code) => {
    const { sentence } = pageOf(terminal, "python");
    for (const op of ["", "mul"])
      expect(sentence({ code, op, details: {} })).not.toMatch(/Something is wrong|undefined/);
  },
);
