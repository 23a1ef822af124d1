import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Checker } from "../../src/cli/checker.js";
import { noColours } from "../../src/cli/paint.js";
import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { exercises } from "../../src/track/track.js";

const home = process.cwd();
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "outgrad-run-"));
  process.chdir(place);
});
afterEach(() => {
  process.chdir(home);
  rmSync(place, { recursive: true });
});

/** What a line of words writes, complains of and leaves with. */
async function outcome(line: string) {
  let [written, complaints] = ["", ""];
  const terminal = {
    width: 80,
    paint: noColours,
    write: (text: string) => {
      written += text;
    },
    complain: (text: string) => {
      complaints += text;
    },
  } as unknown as Terminal;
  const close = vi.fn();
  const checker = {
    close,
    warm() {},
    check: async () => ({
      report: { passed: false, findings: [{ code: "x", op: "add", seen: Number.NaN }], notes: [], right: [] },
      printed: "hello\n",
    }),
  } as unknown as Checker;
  const code = await run(line.split(" ").filter(Boolean), { terminal, checker, version: "1.2.3" });
  expect(close).toHaveBeenCalledOnce();
  return { code, written, complaints };
}

describe("run(words, tools)", () => {
  it("says its version and what it can do", async () => {
    expect(await outcome("--version")).toEqual({ code: 0, written: "1.2.3\n", complaints: "" });
    expect((await outcome("")).written).toMatch(
      /^Exercises from a first derivative[\s\S]*could not check\.\n$/,
    );
  });

  it.each([
    ["wach", 'There is no command "wach".'],
    ["watch", "There are no exercises here. To begin: npx @outgrad/exercises init"],
    ["check all", "There are no exercises here."],
    ["reset", "reset: name the exercise to begin anew, such as reset 4."],
  ])("%s ends with code 2 and a sentence on stderr", async (line, sentence) => {
    const { code, written, complaints } = await outcome(line);
    expect([code, written]).toEqual([2, ""]);
    expect(complaints).toContain(sentence);
    expect(complaints).toMatch(/^.*\n$/);
  });

  it("init says how to go on", async () => {
    expect((await outcome("init --python")).written).toBe(
      `The first exercise is in ${join("outgrad-exercises", "01-analytic-gradient.py")}. To begin:\n\n  npx @outgrad/exercises watch\n`,
    );
    expect((await outcome("init there")).written).toContain("npx @outgrad/exercises watch there\n");
  });

  it("hint gives one more each time, up to the last", async () => {
    await outcome("init --python");
    const hints = [];
    for (let i = 0; i < 4; i++) hints.push((await outcome("hint")).written);
    expect(hints[0]).toMatch(/^1 {2}.*\n\n• A question\n[\s\S]*\n2 more after this one\.\n$/);
    expect(hints[1]).toMatch(/• A rule\n[\s\S]*\n1 more after this one\.\n$/);
    expect(hints[2]).toMatch(/• A line\n[\s\S]*\nThat was the last hint\.\n$/);
    expect(hints[3]).toBe(hints[2]);
  });

  it("check --json gives the report, with words for what JSON has no number for", async () => {
    await outcome("init --python");
    const { code, written } = await outcome("check --json");
    expect(code).toBe(1);
    expect(JSON.parse(written)).toEqual([
      {
        id: exercises[0]?.id,
        file: join("outgrad-exercises", "01-analytic-gradient.py"),
        begun: true,
        passed: false,
        findings: [{ code: "x", op: "add", seen: "NaN" }],
        notes: [],
        right: [],
        printed: "hello\n",
      },
    ]);
  });

  it("check says that there is no file, and how to get one", async () => {
    await outcome("init --python");
    const { code, complaints } = await outcome("check 4");
    expect(code).toBe(2);
    expect(complaints).toMatch(
      /^There is no file .*04-add-mul\.py\. To write it anew: npx @outgrad\/exercises reset 4\n$/,
    );
  });

  it("throws what is no complaint", async () => {
    const checker = { close() {} } as unknown as Checker;
    const terminal = {
      write() {
        throw new RangeError("broken");
      },
    } as unknown as Terminal;
    await expect(run(["--version"], { terminal, checker, version: "1" })).rejects.toThrow(RangeError);
  });
});
