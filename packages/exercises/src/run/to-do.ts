import type { Finding } from "../finding.js";

const marker = /^\s*(?:throw new Error|raise NotImplementedError)\(["']to do: (\w+)["']\)/;

/** What a text still says is to be done, as starters say it, each with its line. */
export function toDo(text: string): readonly Finding[] {
  return text.split("\n").flatMap((line, i) => {
    const topic = marker.exec(line)?.[1];
    return topic === undefined ? [] : [{ code: "to-do", op: topic, line: i + 1 }];
  });
}
