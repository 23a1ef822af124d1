import * as engine from "@outgrad/engine";
import * as gradcheck from "@outgrad/gradcheck";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { transform } from "sucrase";
import { describe, expect, it } from "vitest";
import { asCode } from "../../src/check/as-code.ts";
import { type ExampleName, examples } from "../../src/check/examples.ts";
import { opCode } from "../../src/check/op-code.ts";
import { subjectOf } from "./subjects.ts";

const modules: Readonly<Record<string, unknown>> = {
  "@outgrad/engine": engine,
  "@outgrad/gradcheck": gradcheck,
  "@outgrad/ops/intrinsics": intrinsics,
};

/** Runs the program of the dialog with the real packages, and gives its lines. */
function run(code: string, x: readonly number[]): string[] {
  const { names, own, engine } = subjectOf(code);
  const program = asCode(code, { names, x, hasOwn: own !== undefined, hasEngine: engine !== undefined });
  const printed: string[] = [];
  const js = transform(program, { transforms: ["typescript", "imports"] }).code;
  const console = {
    log: (...things: unknown[]) => printed.push(...things.map(String).join(" ").split("\n")),
  };
  new Function("exports", "require", "console", js)({}, (name: string) => modules[name], console);
  return printed;
}

describe("asCode", () => {
  it("checks both gradients by what the screen checks them", () => {
    const lines = run(examples.neuron.code, [0.5, -1, 0.25]);
    expect(lines.filter((line) => line.startsWith("OK for"))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith("WRONG! for b"))).toHaveLength(1);
  });

  it.each(Object.keys(examples) as ExampleName[])("%s runs as a program", (name) => {
    const { names, range } = subjectOf(examples[name].code);
    const x = range.map(([low, high]) => (low + 2 * high) / 3);
    const lines = run(examples[name].code, x);
    expect(lines.filter((line) => names.some((each) => line.includes(`for ${each}`))).length).toBeGreaterThan(
      0,
    );
    expect(lines.at(-1)).toMatch(/^Ridders/);
  });

  it("so do ops", () => {
    expect(run(opCode("atan2"), [1, 2]).slice(0, 3)).toEqual([
      "the engine's gradient",
      expect.stringMatching(/^OK for a/),
      expect.stringMatching(/^OK for b/),
    ]);
  });
});
