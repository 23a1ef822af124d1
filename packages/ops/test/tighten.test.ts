import { expect, it } from "vitest";
import { parseProgram } from "../src/formula/parse.js";
import { toText } from "../src/formula/to-text.js";
import { programOf } from "../src/intrinsics/program-text.js";
import { intrinsics } from "../src/intrinsics/programs.js";
import { split } from "../src/intrinsics/split.js";
import { tighten } from "../src/intrinsics/tighten.js";

const written = (program: string, args = ["x"]) => ({ doc: "", args, program });

/** A function's lines as text, the value last. */
function linesOf(name: string, from: ReturnType<typeof tighten>["functions"]): string[] {
  const { lines, value } = from[name] ?? { lines: [], value: { kind: "number", value: 0, span: [0, 0] } };
  return [...lines.map((line) => `${line.name} = ${toText(line.formula)}`), toText(value)];
}

it("a name that is read once gives way to its formula, one that is read twice stays", () => {
  const { functions, shared } = tighten({ f: written("a = x * x\nb = a + 1\nc = 3\nb * b - c") });
  expect(linesOf("f", functions)).toEqual(["b = x * x + 1", "b * b - 3"]);
  expect(shared).toEqual({});
});

it("the lines of split() become a call of leading()", () => {
  const { functions } = tighten({ f: written(`${split("x", "head")}\nhead * (x - head)`) });
  expect(linesOf("f", functions)).toEqual(["head = leading(x)", "head * (x - head)"]);
});

it("a long formula that two programs have becomes a function of the names that it reads", () => {
  const long = "1 + z * (2 + z * (3 + z * (4 + z * (5 + z * (6 + z * 7)))))";
  const { functions, shared } = tighten({
    f: written(`z = x * x\nx + (${long}) + z`),
    g: written(`z = x + 1\nz * (${long})`),
    h: written("1 + x * (2 + x * 3)"),
  });
  expect(linesOf("shared1", shared)).toEqual([long]);
  expect(shared.shared1?.args).toEqual(["z"]);
  expect(linesOf("f", functions)).toEqual(["z = x * x", "x + shared1(z) + z"]);
  expect(linesOf("g", functions)).toEqual(["z = x + 1", "z * shared1(z)"]);
  expect(linesOf("h", functions)).toEqual(["1 + x * (2 + x * 3)"]);
});

it("programOf(name) is the program as it is written, but for its blanks", () => {
  const read = (program: string) => parseProgram(program).map(({ name, formula }) => [name, toText(formula)]);
  for (const [name, { args, program }] of Object.entries(intrinsics)) {
    const found = programOf(name);
    expect(found?.args, name).toEqual(args);
    expect(read(found?.program ?? ""), name).toEqual(read(program));
  }
  expect(programOf("toString")).toBeUndefined();
});
