import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { Checker } from "../../src/cli/checker.js";

const checker = new Checker(fileURLToPath(new URL("stand-in.mjs", import.meta.url)));
afterAll(() => checker.close());

const check = (text: string, language: "python" | "typescript" = "typescript") =>
  checker.check({ exercise: "x", language, text });
const failure = (code: string, op: string, details: object) => ({
  passed: false,
  findings: [{ code, op, details }],
  notes: [],
  right: [],
});

describe("check(job)", () => {
  it("gives the report of the process inside", async () => {
    expect((await check("right")).report).toEqual({ passed: true, findings: [], notes: [], right: ["add"] });
  });

  it("keeps NaN and infinity in a report", async () => {
    const [finding] = (await check("nan")).report.findings;
    expect([finding?.seen, finding?.wanted]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  });

  it("says what was being tried when the process was ended for computing too long", async () => {
    expect((await check("overtime")).report).toEqual(failure("endless-loop", "mul", { seconds: 2 }));
  });

  it("outlives a list that grows for ever", async () => {
    expect((await check("grow")).report.findings[0]).toMatchObject({ op: "backward" });
    expect((await check("right")).report.passed).toBe(true);
  });

  it("says that a text ended the process", async () => {
    expect((await check("leave")).report).toEqual(failure("leaves", "", {}));
  });

  it("throws the grader's own mistakes", async () => {
    await expect(check("crash")).rejects.toThrow(
      /^The grader itself has failed: it ended by itself \(1\)\. Error: a mistake of the grader\nPlease report/,
    );
    await expect(check("failed")).rejects.toThrow("no exercise is called x");
  });

  it("gives what the text printed", async () => {
    expect((await check("print")).printed).toBe("hello\n");
  });

  it("starts a process of its own for each text, in the language asked for", async () => {
    checker.warm("typescript");
    const [one, two] = [await check("language", "python"), await check("language", "python")];
    expect(one.report.right[0]).toBe("python");
    expect(one.report.right[1]).not.toBe(two.report.right[1]);
  });

  it("says why nothing comes of a program that is not there", async () => {
    await expect(
      new Checker("/no/such/file.js").check({ exercise: "x", language: "python", text: "" }),
    ).rejects.toThrow("Cannot find module");
  });
});
