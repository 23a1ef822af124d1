import { describe, expect, it } from "vitest";
import { commandOf } from "../../src/cli/command.js";

const read = (line: string) => commandOf(line.split(" ").filter(Boolean));

describe("commandOf(words)", () => {
  it("reads each command", () => {
    expect(read("init")).toEqual({ name: "init", folder: undefined, language: undefined });
    expect(read("init there --python --from lab.json")).toEqual({
      name: "init",
      folder: "there",
      language: "python",
      from: "lab.json",
    });
    expect(read("init --typescript")).toMatchObject({ language: "typescript" });
    expect(read("watch there")).toEqual({ name: "watch", folder: "there" });
    expect(read("check all --json")).toEqual({ name: "check", what: "all", json: true });
    expect(read("check")).toEqual({ name: "check", what: undefined, json: false });
    expect(read("hint 4")).toMatchObject({ name: "hint", what: "4" });
    expect(read("reset add-mul")).toMatchObject({ name: "reset", what: "add-mul" });
    expect(read("list --json")).toEqual({ name: "list", json: true });
  });

  it("helps when asked, and when nothing is asked", () => {
    for (const line of ["", "--help", "-h", "watch --help", "help"])
      expect(read(line)).toEqual({ name: "help" });
    expect(read("--version")).toEqual({ name: "version" });
    expect(read("-v")).toEqual({ name: "version" });
  });

  it.each([
    [
      "wach",
      'There is no command "wach". There are init, watch, check, list, hint and reset; --help explains them.',
    ],
    ["init --python --typescript", "init: choose --typescript or --python, not both."],
    ["init a b c", 'init takes one word at most; there is also "b c".'],
    ["watch --json", "watch has no option --json."],
    ["list 4", 'list takes no word after it; there is "4".'],
    ["check --jason", "Unknown option '--jason'. --help lists the options."],
    ["init --from", "Option '--from <value>' argument missing. --help lists the options."],
  ])("refuses %o in a sentence", (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});
