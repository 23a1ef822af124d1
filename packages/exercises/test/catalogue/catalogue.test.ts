import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue, helpOf, ladderOf, sentenceOf, titleOf } from "../../src/catalogue/index.ts";
import { track } from "../../src/catalogue/track/index.ts";
import type { Finding, Language } from "../../src/finding.ts";
import { broken, reportOn, right } from "../grader/learner.ts";

const src = new URL("../../src/", import.meta.url).pathname;
const sourceOf = (folder: string): string =>
  readdirSync(join(src, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(src, folder, name), "utf8"))
    .join("\n");

const grader = sourceOf("grader");
/** All words in quotation marks that look like a code. */
const words = (source: string) =>
  new Set([...source.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, word]) => word as string));

describe("the catalogue", () => {
  it("has an entry for every code that the grader writes", () => {
    const emitted = [
      ...grader.matchAll(/(?:code: |code = |\? |: |finding\(|sending\(|\[)"([a-z]+(?:-[a-z]+)+)"/g),
    ].map(([, code]) => code);
    expect(new Set(emitted).size).toBeGreaterThan(30);
    expect(emitted.filter((code) => !Object.hasOwn(catalogue, code as string))).toEqual([]);
  });

  it("has no entry that nothing says", () => {
    const said = words(
      grader + sourceOf("run") + sourceOf("cli") + readFileSync(join(src, "subject/subject.ts"), "utf8"),
    );
    // Made by who ends a loop, in the worker's page.
    const elsewhere = ["endless-loop", "out-of-memory", "leaves"];
    const own = Object.keys(catalogue).filter((code) => !Object.hasOwn(track, code));
    expect(own.filter((code) => !said.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it("says something for a code that nobody knows, and gives no page", () => {
    const made = { code: "__proto__", op: "add" } as Finding;
    expect(sentenceOf(made)).toBe("Something is wrong with add (__proto__).");
    expect([helpOf(made), titleOf(made), ladderOf(made)]).toEqual([undefined, undefined, []]);
  });

  it("never throws, whatever a finding holds", () => {
    for (const code of Object.keys(catalogue)) {
      const forged = { code, op: 7, example: 3, details: "x", seen: {}, wanted: [] } as unknown as Finding;
      expect(typeof sentenceOf(forged)).toBe("string");
      expect(Array.isArray(ladderOf(forged, "python"))).toBe(true);
    }
  });
});

const samples: readonly Finding[] = [
  broken("this.grad += o.data * out.grad", "this.grad = o.data * out.grad"),
  broken("this.grad += o.data * out.grad", "this.grad += o.data"),
  broken("1 - out.data ** 2", "1 + out.data ** 2"),
  broken("k * this.data ** (k - 1)", "this.data ** (k - 1)"),
  broken("Math.exp(this.data)", "Math.exp(this as any)"),
  broken("return this.mul(-1);", "return this.neg();"),
  broken("  div(", "  __div__("),
  broken("this.grad = 1;", "this.grad = 2;"),
  broken("this._prev = children;", ""),
  broken('[this, o], "+"', '[this], "+"'),
  right,
].flatMap((text) => {
  const { findings, notes } = reportOn(text);
  return [...findings, ...notes];
});

/** The same finding of a class in the other language. */
function inLanguage(finding: Finding, language: Language): Finding {
  if (language === "typescript" || !finding.details) return finding;
  const details = Object.entries(finding.details).map(([key, x]) => [key, x === "this" ? "self" : x]);
  return { ...finding, details: Object.fromEntries(details) };
}

describe.each<Language>(["typescript", "python"])("sentences in %s", (language) => {
  it.each(samples.map((finding) => [`${finding.op}:${finding.code}`, finding] as const))(
    "%s reads well",
    (_, found) => {
      const finding = inLanguage(found, language);
      const texts = [sentenceOf(finding, language), ...ladderOf(finding, language)];
      expect(texts).toHaveLength(4);
      for (const text of texts) {
        expect(text).not.toMatch(/\bundefined\b(?!`)|\[object|``|\$\{| {2}/);
        expect(text.split("`").length % 2, text).toBe(1);
      }
      expect(texts[0]).toMatch(/\.$/);
      expect(texts[1]).toMatch(/\?$/);
      if (language === "python") expect(texts.join(" ")).not.toMatch(/\bthis\.|new Value/);
      else expect(texts.join(" ")).not.toMatch(/\bself\.|__mul__/);
      expect(helpOf(finding) ?? "confusions/x#y").toMatch(/^(confusions\/[a-z-]+#[a-z-]+|learn\/[a-z-]+)$/);
    },
  );
});

it("names operands and operations as the language does: __mul__ and self, mul and this", () => {
  const finding: Finding = {
    code: "overwrites-grad",
    op: "mul",
    example: { call: "a * b", at: { a: 2, b: 3 } },
    seen: 3,
    wanted: 8,
    details: { rule: "b", name: "self", operand: 0 },
  };
  expect(sentenceOf(finding, "python")).toBe(
    "The rule of `__mul__` overwrites the gradient of `self` with `=`; a Value that is used twice loses a path. Add with `+=`. For `a * b` at a = 2, b = 3 the gradient of `self` becomes 3 instead of 8.",
  );
  expect(ladderOf(finding, "python")[2]).toBe("`self.grad += other.data * out.grad`");
});
