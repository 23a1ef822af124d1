import type { Finding, Report } from "@outgrad/exercises";
import { sentenceOf } from "@outgrad/exercises/catalogue";
import type { Picture } from "@outgrad/exercises/check";
import type { Language } from "@outgrad/exercises/track";
import type { Checked, Failure } from "@outgrad/sandbox";
import { format } from "../format.ts";
import { causesOf, toDoOf } from "./findings.ts";

/** What the head of the results says. */
export function verdictOf(report: Report): string {
  if (report.passed) return "All of it is right.";
  const wrong = causesOf(report).length;
  const left = toDoOf(report).length;
  if (wrong === 0)
    return left === 1 ? "One part is still to be written." : `${left} parts are still to be written.`;
  return wrong === 1 ? "One thing is wrong." : `${wrong} things are wrong. Mend the first one first.`;
}

/** What came of a run, in one or two sentences, for people who listen. */
export function outcomeInWords(outcome: Checked | Failure, language: Language): string {
  if (!outcome.ok) return outcome.sentence;
  const [first] = causesOf(outcome.report);
  const verdict = verdictOf(outcome.report);
  return first ? `${verdict} ${placed(first.finding)}${plain(sentenceOf(first.finding, language))}` : verdict;
}

/** Without the marks around code, where text is plain. */
export const plain = (sentence: string): string => sentence.replaceAll("`", "");

const placed = ({ line }: Finding): string => (line === undefined ? "" : `Line ${line}: `);

/** The first difference of two graphs, in a sentence; that they agree, if there is none. */
export function differenceInWords({ right, own, difference }: Picture): string {
  if (!difference) return "Every value, every link and every gradient of your graph is the right one.";
  const { kind, to, index, seen, wanted } = difference;
  const name = nameOf(right, to);
  const input = index === undefined ? "" : nameOf(right, right[to]?.inputs[index]?.node ?? -1);
  const number = (x: number | undefined) => (x === undefined || Number.isNaN(x) ? "no number" : format(x, 6));
  switch (kind) {
    case "value":
      return to >= own.length
        ? `${name} is no Value, so your graph ends before it. Its data has to be ${number(wanted)}.`
        : `The data of ${name} is ${number(seen)}; it has to be ${number(wanted)}.`;
    case "link":
      return `${name} does not remember ${input}: no gradient finds the way there. It should bring ${number(wanted)}.`;
    case "slope":
      return `${name} passes ${number(seen)} to ${input}; it has to pass ${number(wanted)}.`;
    case "grad": {
      const receiver = input === "" ? name : input;
      return `Each step by itself is right, but in the end the gradient of ${receiver} is ${number(seen)}; it has to be ${number(wanted)}.`;
    }
  }
}

const nameOf = (nodes: Picture["right"], place: number): string => nodes[place]?.name || "the value between";
