import type { Finding } from "../finding.js";
import { topicOf } from "../track/in-language.js";

const marker = /^\s*(?:throw new Error|raise NotImplementedError)\(["']to do: (\w+)["']\)/;

/** What a text still says is to be done, as starters say it: each topic once, with the first line that says so. */
export function toDo(text: string): readonly Finding[] {
  const lines = new Map<string, number>();
  for (const [i, line] of text.split("\n").entries()) {
    const name = marker.exec(line)?.[1];
    if (name !== undefined && !lines.has(topicOf(name))) lines.set(topicOf(name), i + 1);
  }
  return [...lines].map(([op, line]) => ({ code: "to-do", op, line }));
}
