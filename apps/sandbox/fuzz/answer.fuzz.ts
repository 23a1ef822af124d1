import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, Refused, textOf } from "../../../tools/fuzz/text.ts";
import { readCheck } from "../src/page/grader.ts";
import { readLog } from "../src/page/read.ts";
import { readCall, readRun } from "../src/page/sandbox.ts";

const graph = [
  { id: 1, op: "", data: 3, grad: 6, label: "x", inputs: [], params: [] },
  { id: 2, op: "mul", data: 9, grad: 1, label: "", inputs: [0, 0], params: [] },
];

/** What the page makes of an answer of its sandbox, were code to write it. */
function read(input: Uint8Array): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(textOf(input));
  } catch {
    throw new Refused("No message is a text.");
  }
  const read = [readRun(answer, []), readCall(answer, 2, []), readCheck(answer, 2, []), readLog(answer)];
  return JSON.stringify(read);
}

export const target: Target = {
  share: 60_000,
  corpus: inputsOf(
    [
      { ok: true, graph, shown: [{ svg: "<svg></svg>", text: "a picture" }] },
      { ok: true, results: [[1, null, { a: true, b: ["text"] }], 2] },
      { ok: false, sentence: "There is no fetch here.", file: "snippet", line: 3, column: 1 },
      { level: "log", text: "a line" },
      {
        ok: true,
        report: {
          passed: false,
          findings: [{ code: "throws", op: "mul", lines: [1, 2], expected: 1, seen: 2, details: { a: 1 } }],
          notes: [],
          right: ["add"],
        },
      },
      { isTooLong: true, at: "backward" },
    ].map((answer) => JSON.stringify(answer)),
  ),
  words: [
    ...hostile,
    '"ok"',
    '"graph"',
    '"inputs"',
    '"data"',
    '"op"',
    '"mul"',
    '"add"',
    "[0]",
    "[1]",
    "[-1]",
    '"report"',
    '"passed"',
    "true",
    "false",
    '"details"',
    '"lines"',
    '"picture"',
    "1e400",
    '"__proto__":',
    "[[[[[[[[[[[[[[",
  ],
  read,
  // Whatever comes, something is shown.
  refuses: (error) => error instanceof Refused,
  room: 1_000_000,
};
