import { expect, it } from "vitest";
import { programAsCode } from "../../src/playground/program-as-code.ts";

const code = `const a = value(2, "a");\nconst b = value( -3.5 , 'b');\n// value(1, "c")\nconst c = make("c");\n`;

it("programAsCode puts the sliders' numbers into the value calls", () => {
  const numbers = new Map([
    ["a", 4],
    ["b", -0.25],
  ]);
  expect(programAsCode(code, numbers)).toBe(
    code.replace('value(2, "a")', 'value(4, "a")').replace("-3.5", "-0.25"),
  );
  expect(programAsCode(code, new Map())).toBe(code);
});

it("programAsCode lists the numbers of leaves whose calls it cannot find", () => {
  expect(programAsCode(code, new Map([["c", 7]]))).toBe(
    `// On the screen sliders gave these leaves other numbers:\n// c = 7\n\n${code}`,
  );
});

it("programAsCode says so where the screen shows the other order", () => {
  expect(programAsCode(code, new Map(), "recursive")).toMatch(
    /^\/\/ The screen shows the order of a naive.*\n\n/,
  );
});
