import type { MarkdownRenderer } from "vitepress";
import { auditTables } from "../../../bench/audit/lib/tables.mjs";
import { compareTables } from "../../../bench/compare/tables.mjs";
import { gpuTable } from "../../../bench/lib/gpu-tables.mjs";
import { section } from "../../../bench/lib/tables.mjs";
import audit from "../../../bench/results/audit.json" with { type: "json" };
import speed from "../../../bench/results/speed.json" with { type: "json" };
import { checksPage } from "../printed/checks.ts";
import { glossaryPage } from "../printed/glossary.ts";
import { goldensPage } from "../printed/goldens.ts";
import { gpuPolicyPage } from "../printed/gpu-policy.ts";
import { opsPage } from "../printed/ops-page.ts";
import { errors, losses, values } from "./curves.ts";
import { graph, walk } from "./graphs.ts";
import { runnableBlocks } from "./runnable.ts";

/** The fenced blocks that become pictures when the site is built, by the packages themselves. */
const pictures: Record<string, (source: string, caption: string) => string> = {
  graph,
  steps: walk,
  errors,
  curve: values,
  loss: losses,
  /** Every op of the table, printed from it. */
  ops: () => opsPage(),
  /** What the ops keep on a GPU, printed from the table. */
  "gpu-policy": () => gpuPolicyPage(),
  /** Every op, checked while the site is built. */
  checks: () => checksPage(),
  /** What the tests compare with. */
  goldens: () => goldensPage(),
  /** The demo's words. */
  glossary: () => glossaryPage(),
};

/** What the site adds to Markdown. */
export function fences(md: MarkdownRenderer): void {
  runnableBlocks(md);
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const [language = "", ...caption] = info.split(" ");
    if (language === "speed") return md.render(measured(caption[0] as keyof typeof speed));
    if (info === "audit") return md.render(auditTables(audit));
    if (info === "compare") return md.render(compareTables("docs"));
    if (info === "gpu-speed") return md.render(gpuTable(speed.gpu));
    return pictures[language]?.(content, caption.join(" ")) ?? fence?.(tokens, index, ...rest) ?? "";
  };
}

/** A part of the committed record of measurements, without its heading. */
const measured = (part: keyof typeof speed) => section(part, speed[part]).replace(/^## .*\n/, "");
