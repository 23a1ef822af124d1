import { format } from "node:util";
import type { Snippet } from "./snippets.ts";

/** What a line of a snippet says that it gives. */
export interface Claim {
  line: number;
  text: string;
}

const print = /^(.*?)console\.log\((.*)\);?\s*\/\/ (.+)$/;
const result = /^(\s*)(?:(const|let) (\w+) = )?(.+?);?\s*\/\/ => (.+)$/;
const failure = /^(\s*)(.+?);?\s*\/\/ throws (.+)$/;

/** The snippet with its claims taken out, as code that reports to a recorder. Line numbers stay. */
export function instrument({ code }: Snippet): { code: string; claims: Claim[] } {
  const claims: Claim[] = [];
  const lines = code.split("\n").map((source, index) => {
    const line = index + 1;
    const claim = (text: string) => claims.push({ line, text: text.trim() });
    const [, before, printed, text] = source.match(print) ?? [];
    if (text !== undefined) {
      claim(text);
      return `${before}recorder.print(${line}, ${printed});`;
    }
    const [, space, keyword, name, expression, value] = source.match(result) ?? [];
    if (value !== undefined) {
      claim(value);
      const declared = keyword ? `${keyword} ${name} = ${expression}; ` : "";
      return `${space}${declared}recorder.print(${line}, ${name ?? expression});`;
    }
    const [, left, call, message] = source.match(failure) ?? [];
    if (message !== undefined) {
      claim(message);
      return `${left}recorder.throws(${line}, () => ${call});`;
    }
    return source.replaceAll("console.log(", "recorder.print(0, ");
  });
  return { code: lines.join("\n"), claims };
}

/** Collects what a running snippet prints, by line; line 0 holds the prints without a claim of their own. */
export class Recorder {
  readonly prints = new Map<number, string[]>();

  print(line: number, ...values: unknown[]): void {
    this.prints.set(line, [...(this.prints.get(line) ?? []), format(...values)]);
  }

  throws(line: number, run: () => unknown): void {
    let result: unknown;
    try {
      result = run();
    } catch (error) {
      this.print(line, (error as Error).message);
      return;
    }
    this.print(line, `nothing thrown, but ${format(result)}`);
  }
}

/** Lists and strings may be written as in source code, or as console.log prints them. */
const plain = (text: string) => text.replaceAll("'", '"').replaceAll(/\s*([[\]{},])\s*/g, "$1");

/** "0.0485..." stands for any text that starts so. */
function agrees(claimed: string, actual: string): boolean {
  if (claimed.endsWith("...")) return actual.startsWith(claimed.slice(0, -3));
  return plain(claimed) === plain(actual) || claimed === JSON.stringify(actual);
}

/** A sentence for every claim that the run did not bear out. */
export function disagreements({ output }: Snippet, claims: Claim[], { prints }: Recorder): string[] {
  const wrong = claims.flatMap(({ line, text }) => {
    const actual = prints.get(line)?.join("\n") ?? "nothing";
    return agrees(text, actual) ? [] : [`line ${line} says ${text} and gives ${actual}`];
  });
  const rest = prints.get(0)?.join("\n").trimEnd();
  if (rest !== output?.trimEnd()) {
    if (output === undefined) wrong.push(`prints what the page does not show:\n${rest}`);
    else wrong.push(`the page shows\n${output}and the code prints\n${rest}`);
  }
  return wrong;
}
