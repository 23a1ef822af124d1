import { describe, expect, it } from "vitest";
import type { Plain, Program } from "../../src/subject/program.js";
import { typescriptProgram } from "../../src/subject/program-typescript.js";

function programOf(text: string): Program {
  const program = typescriptProgram(text);
  if ("code" in program) throw new Error(program.text);
  return program;
}

const same = programOf(
  "export const same = (x: unknown): unknown => x;\nfunction rest(...all: number[]) { return all }",
);

describe("typescriptProgram", () => {
  it("call(name, args) hands plain things over and back, NaN and the infinities too", () => {
    const things: Plain[] = [1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, "a", true, null, [[1, [2]], []]];
    for (const thing of things) expect(same.call("same", [thing])).toEqual({ plain: thing });
    expect(same.call("rest", [1, 2])).toEqual({ plain: [1, 2] });
    expect(programOf("function f() {}").call("f", [])).toEqual({ plain: null });
    expect(programOf("function f() { return new Float64Array([1, 2]) }").call("f", [])).toEqual({
      plain: [1, 2],
    });
  });

  it("lets no call change what another one gets", () => {
    const program = programOf("function f(x: number[]) { x.push(3); return x }");
    const args: Plain[] = [[1, 2]];
    expect(program.call("f", args)).toEqual({ plain: [1, 2, 3] });
    expect(args).toEqual([[1, 2]]);
  });

  it("says in words what does not cross", () => {
    const given = (value: string) =>
      programOf(`class Value {}\nfunction f() { return ${value} }`).call("f", []);
    expect(given("() => 1")).toEqual({ other: "a function" });
    expect(given("new Value()")).toEqual({ other: "a Value" });
    expect(given("[1, new Value()]")).toEqual({ other: "a list with a Value in it" });
    expect(given("({ a: 1 })")).toEqual({ other: "an object" });
    expect(given("Object.create(null)")).toEqual({ other: "an object" });
    const circle = programOf("function f() { const list: unknown[] = []; list.push(list); return list }");
    expect(circle.call("f", [])).toEqual({ other: "a list that goes too deep" });
    expect(given("[[1], [new Value()]]")).toEqual({ other: "lists with a Value in them" });
  });

  it("tells what is thrown, and where", () => {
    const program = programOf("\nfunction f() {\n  throw new Error('no');\n}");
    expect(program.call("f", [])).toMatchObject({ thrown: { text: "Error: no", line: 3 } });
    expect(program.call("absent", [])).toHaveProperty("thrown");
  });

  it("has(name) is true for what the top of the text defines", () => {
    const program = programOf("class A {}\nconst f = () => 1;\nfunction g() { function h() {} }");
    expect(["A", "f", "g", "h", "toString x"].map((name) => program.has(name))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("refuses a text that cannot be read or does not run, with the line", () => {
    expect(typescriptProgram("const a = ;")).toMatchObject({ code: "syntax", line: 1 });
    expect(typescriptProgram("\nmissing();")).toMatchObject({ code: "throws", line: 2 });
  });
});
