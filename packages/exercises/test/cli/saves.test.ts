import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchSaves } from "../../src/cli/saves.js";

let folder: string;
let stop: () => void;
let saved: string[];
const file = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "outgrad-saves-"));
  saved = [];
  writeFileSync(file("a.ts"), "one");
  stop = watchSaves([file("a.ts"), file("b.ts")], (path) => saved.push(path));
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});
/** Until so many saves have been told; it fails at the limit of the test. */
const told = (count: number) => vi.waitUntil(() => saved.length >= count, { timeout: 60_000 });

it("watchSaves(paths, saved) sees a file written, replaced by another, deleted and put back", async () => {
  // The first look is at the file as it was.
  await new Promise((resolve) => setTimeout(resolve, 400));
  writeFileSync(file("a.ts"), "two");
  await told(1);
  writeFileSync(file("swap"), "three");
  renameSync(file("swap"), file("a.ts"));
  await told(2);
  unlinkSync(file("a.ts"));
  await told(3);
  writeFileSync(file("a.ts"), "four");
  await told(4);
  writeFileSync(file("b.ts"), "new");
  await vi.waitUntil(() => saved.at(-1) === file("b.ts"), { timeout: 60_000 });
  expect(new Set(saved)).toEqual(new Set([file("a.ts"), file("b.ts")]));
});
