import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, Refused, textOf } from "../../../tools/fuzz/text.ts";
import { readCsv } from "../src/train/data/read-csv.ts";
import { ownPoints } from "../src/train/own-points.ts";

/** Points from a pasted text; what is read can stand in an address. */
function read(input: Uint8Array): unknown {
  const found = readCsv(textOf(input));
  if ("problem" in found) throw new Refused(found.problem);
  const { points } = found;
  if (JSON.stringify(ownPoints.read(ownPoints.write(points))) !== JSON.stringify(points)) {
    throw new Error(`${JSON.stringify(points)} does not come back from the address.`);
  }
  return points;
}

export const target: Target = {
  share: 60_000,
  corpus: inputsOf([
    "0.5,1,0\n-1,2e-3,1\n",
    "x,y,label\r\n1,2,-1\r\n3,4,1\r\n",
    "10;20;0\n-300;4;1",
    '"1"\t"2"\t1\n\n3\t4\t0',
    Array.from({ length: 50 }, (_, i) => `${i / 7},${i * i},${i % 2}`).join("\n"),
  ]),
  words: [
    ...hostile,
    "1e308,-1e308,1\n",
    "\n",
    ",",
    ";",
    "\t",
    '"',
    '""',
    "\r",
    " ",
    "-1",
    "0",
    "1",
    "1e-320",
  ],
  read,
  refuses: (error) => error instanceof Refused && /^.{1,200}\.$/s.test(error.message),
  room: 1_000_000,
};
