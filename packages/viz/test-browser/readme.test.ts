/// <reference lib="dom" />
import { expression } from "@outgrad/engine";
import "@outgrad/viz/elements";
import { expect, it, vi } from "vitest";
import { commands } from "vitest/browser";
import { deep, settled } from "./page.js";

it("the README's page shows its calculation, and tells each step", async () => {
  const readme = await commands.readFile("README.md");
  const html = /```html\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const [, markup = "", script = ""] = /^(.*?)<script type="module">(.*?)<\/script>/s.exec(html) ?? [];
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  document.body.innerHTML = markup;
  new Function("expression", script.replace(/^ *import .*$/gm, ""))(expression);
  await settled();
  expect(deep(document, "tr[data-id]")).toHaveLength(5);
  deep<HTMLButtonElement>(document, "button[aria-label='On']")[0]?.click();
  expect(log).toHaveBeenCalledWith(1, "a is a leaf with the value 2.");
  log.mockRestore();
});
