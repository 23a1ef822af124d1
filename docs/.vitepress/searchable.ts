import type { MarkdownEnv, MarkdownRenderer } from "vitepress";
import { escapeHtml } from "./fences/html.ts";

const fence = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^ *```$/gm;

/**
 * What the search reads of a page: its words, and its code as words. Pictures that are drawn when the site is built,
 * and the signatures of the reference, are left out: they would be drawn twice, and say nothing that one looks for.
 */
export async function searchable(source: string, env: MarkdownEnv, md: MarkdownRenderer): Promise<string> {
  const isReference = env.relativePath.startsWith("api/");
  const text = source.replaceAll(fence, (_, _indent, language: string, code: string) =>
    !isReference && words.has(language) ? `<pre>${escapeHtml(code)}</pre>\n` : "",
  );
  const html = await md.renderAsync(text, env);
  return env.frontmatter?.search === false ? "" : html;
}

const words = new Set(["ts", "text", "sh", "py"]);
