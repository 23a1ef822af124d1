import type { MarkdownRenderer } from "vitepress";
import { exportedPicture } from "./graphs.ts";
import { netFigure } from "./net.ts";

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

/** What a block may import to run in a reader's browser: the modules of the sandbox. */
const modules = new Set(
  [
    ...["engine", "engine/micro", "engine/random", "nn", "losses", "gradcheck", "viz"],
    ...["datasets", "datasets/digits", "ops", "ops/intrinsics"],
  ].map((name) => `@outgrad/${name}`),
);

/**
 * Puts each block of TypeScript that can run in the sandbox, with the block of text below it that says what it prints,
 * into an `<og-code>`. Words behind `ts`: `static` for no such thing, `seconds=10` for more time, `net Caption` and
 * `picture Caption` for a picture of what it computes.
 */
export function runnableBlocks(md: MarkdownRenderer): void {
  md.core.ruler.push("og-code", (state) => {
    // The reference shows signatures, and examples without their imports.
    if (state.env.relativePath?.startsWith("api/")) return;
    state.tokens = state.tokens.flatMap((token, i, all) => {
      const before = all[i - 1];
      const isOutput = isPrinted(token) && isTypeScript(before) && canRun(before);
      if (isOutput) return [token, html(state, end(before))];
      if (!isTypeScript(token) || token.meta?.words) return [token];
      readWords(token);
      if (!canRun(token)) return [token, html(state, figure(token))];
      const seconds = /seconds=(\d+)/.exec(token.meta.words)?.[1];
      const open = html(state, `<og-code${seconds ? ` seconds="${seconds}"` : ""}>\n`);
      return isPrinted(all[i + 1]) ? [open, token] : [open, token, html(state, end(token))];
    });
  });
}

/** Takes the words behind `ts` from the block's info, which the highlighter would not understand. */
function readWords(token: Token): void {
  const [, words = ""] = /^ts\b(.*)$/.exec(token.info) ?? [];
  const [, kind, caption] = / (net|picture) (.*)$/.exec(words) ?? [];
  token.meta = { ...token.meta, words: `ts${words}`, ...(kind && { made: { kind, caption } }) };
  token.info = /twoslash/.test(words) ? "ts twoslash" : `ts${/ \{[\d,-]+\}/.exec(words)?.[0] ?? ""}`;
}

const isTypeScript = (token: Token | undefined): token is Token =>
  token?.type === "fence" && /^ts\b/.test(token.info);

const isPrinted = (token: Token | undefined): token is Token =>
  token?.type === "fence" && /^text\b/.test(token.info);

function canRun({ content, meta }: Token): boolean {
  if (/ static\b/.test(meta?.words ?? "")) return false;
  const imported = content.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...imported].every(([, name = ""]) => modules.has(name));
}

/** The picture of what a block computes, if it wants one. */
function figure({ content, meta }: Token): string {
  const { kind = "", caption = "" } = meta.made ?? {};
  return made[kind]?.(content, caption) ?? "";
}

const made: Record<string, (source: string, caption: string) => string> = {
  net: netFigure,
  picture: exportedPicture,
};

/** What closes a block that can run. */
const end = (token: Token): string => `</og-code>\n${figure(token)}`;

function html(
  state: Parameters<Parameters<MarkdownRenderer["core"]["ruler"]["push"]>[1]>[0],
  content: string,
) {
  const token = new state.Token("html_block", "", 0);
  token.content = content;
  return token;
}
