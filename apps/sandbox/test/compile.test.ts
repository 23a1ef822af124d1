import { describe, expect, it } from "vitest";
import { compile, GrammarError } from "../src/worker/compile.ts";
import { mistakeOf } from "../src/worker/mistake.ts";

const run = async (code: string, file = "snippet") => {
  const exports: Record<string, unknown> = {};
  await compile(file, code)((name) => ({ name, default: name }), exports);
  return exports;
};
const thrownBy = async (code: string, file = "snippet"): Promise<unknown> => {
  try {
    await run(code, file);
  } catch (error) {
    return mistakeOf(error, ["snippet", "./function"]);
  }
};

describe("compile", () => {
  it("takes types away and keeps what is exported", async () => {
    const exports = await run(
      "interface A { x: number }\nexport const f = (a: A): number => a.x!;\nexport default 3 as const;",
    );
    expect((exports.f as (a: object) => number)({ x: 2 })).toBe(2);
    expect(exports.default).toBe(3);
  });

  it("asks for modules by name, also those that are imported later, and waits", async () => {
    const exports = await run(
      'import * as a from "@outgrad/engine";\nexport const found = [a.name, (await import("b")).name];',
    );
    expect(exports.found).toEqual(["@outgrad/engine", "b"]);
  });

  it("names the place of a mistake of grammar", () => {
    const failing = () => compile("./function", "const a = 1;\nconst b = (;");
    expect(failing).toThrow(GrammarError);
    expect(failing).toThrow("The code cannot be read in line 2, column 12: Unexpected token.");
    expect(() => compile("snippet", "const a = 1;\nconst a = 2;")).toThrow(
      "The code cannot be read: Identifier 'a' has already been declared.",
    );
  });
});

describe("mistakeOf", () => {
  it("names the line, that of the TypeScript, and another file than the code itself", async () => {
    const code = "type A = {\n  a: 1;\n};\n\nconst f = (x: any) => x.y.z;\nf(1);";
    expect(await thrownBy(code)).toEqual({
      ok: false,
      sentence: "TypeError: Cannot read properties of undefined (reading 'z').",
      line: 5,
    });
    expect(await thrownBy("\nthrow new Error('odd')", "./function")).toEqual({
      ok: false,
      sentence: "odd.",
      file: "./function",
      line: 2,
    });
    expect(await thrownBy("const a = ;", "./function")).toMatchObject({
      file: "./function",
      line: 1,
      column: 11,
    });
  });

  it.each([
    ["localStorage2.x", "ReferenceError: localStorage2 is not defined."],
    [
      "indexedDB",
      "There is no indexedDB here: the code runs apart from the page, without network and storage.",
    ],
    [
      "const f = () => f(); f();",
      /^Functions call each other too deep \(.*\)\. Is there a recursion that never ends\?$/,
    ],
    ["new Array(-1)", /^The code asks for more memory than there is \(Invalid array length\)\.$/],
    ["throw 'a text'", "The code threw a text."],
    ["throw { a: 1 }", "The code threw { a: 1 }."],
    ["throw new Error('Really?')", "Really?"],
  ])("%s", async (code, sentence) => {
    const mistake = (await thrownBy(code)) as { sentence: string };
    if (typeof sentence === "string") expect(mistake.sentence).toBe(sentence);
    else expect(mistake.sentence).toMatch(sentence);
  });
});
