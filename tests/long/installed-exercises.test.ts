import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Exercise, exercises, solutionOf } from "@outgrad/exercises/track";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer } from "../src/consumer.ts";
import { Registry } from "../src/registry.ts";
import { TerminalSession } from "../src/terminal-session.ts";

const [first] = exercises as [Exercise];
let registry: Registry;
beforeAll(async () => {
  registry = await Registry.open("exercises");
});
afterAll(() => registry?.close());

describe("@outgrad/exercises, installed in an empty folder", () => {
  let consumer: Consumer;
  let command: string;
  beforeAll(async () => {
    consumer = await Consumer.install(registry, ["@outgrad/exercises"]);
    command = join(consumer.folder, "node_modules/@outgrad/exercises/dist/node/cli.js");
  });

  it("has a command, and nothing that has to be built", () => {
    const commands = readdirSync(join(consumer.folder, "node_modules/.bin"));
    expect(commands.some((name) => name.startsWith("outgrad-exercises"))).toBe(true);
    expect(consumer.built()).toEqual([]);
  });

  it.each([
    ["typescript", "ts"],
    ["python", "py"],
  ] as const)("makes a folder, checks and watches it in %s", async (language, ending) => {
    const run = (...words: string[]) => TerminalSession.run(consumer.folder, command, ...words);
    expect(await run("init", language, `--${language}`)).toMatchObject({ code: 0 });
    const file = join(consumer.folder, language, `01-${first.id}.${ending}`);
    expect(await run("check", file)).toMatchObject({
      code: 1,
      text: expect.stringContaining("To do: gradient."),
    });

    const watch = new TerminalSession(consumer.folder, command, "watch", language);
    try {
      await watch.until(/q quit/);
      writeFileSync(file, solutionOf(first, language));
      await watch.until(/✓ Passed/);
      watch.press("q");
      expect(await watch.ended).toBe(0);
    } finally {
      await watch.end();
    }
    expect(await run("check", file)).toMatchObject({ code: 0 });
  });

  it("says its version and what it can do", async () => {
    expect((await TerminalSession.run(consumer.folder, command, "--version")).text).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    );
    expect((await TerminalSession.run(consumer.folder, command)).text).toContain("watch [folder]");
  });
});
