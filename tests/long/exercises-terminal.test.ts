import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exercises, solutionOf } from "@outgrad/exercises/track";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../src/files.ts";
import { TerminalSession } from "../src/terminal-session.ts";

const command = join(root, "packages/exercises/dist/node/cli.js");

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "outgrad-terminal-"));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

// Twenty processes, one after the other.
it.each([
  ["typescript", "ts"],
  ["python", "py"],
] as const)(
  "outgrad-exercises: every solution in %s passes",
  { timeout: 600_000 },
  async (language, ending) => {
    await TerminalSession.run(place, command, "init", language, `--${language}`);
    const folder = join(place, language);
    for (const one of exercises) {
      const name = `${String(one.number).padStart(2, "0")}-${one.id}.${ending}`;
      writeFileSync(join(folder, name), solutionOf(one, language));
    }
    const { text, code } = await TerminalSession.run(folder, command, "check", "all");
    expect({ text: text.replace(/^✓ .*: passed\n/gm, ""), code }).toEqual({ text: "", code: 0 });
  },
);
