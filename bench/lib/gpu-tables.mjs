// The record of products on the GPU as Markdown.
import { gpuContestants } from "../gpu-contestants.mjs";
import { baseTime, heading, Multiples, occasion, row, time, titleOf } from "./format.mjs";
import { median, resultOf } from "./record.mjs";

/** One line a contestant, one column a size: multiples of the base's time; below it what copying costs. */
export function gpuTable(record) {
  const { workloads } = record;
  const multiples = new Multiples(record);
  const clocks = [...new Set(workloads.map(({ onCpu }) => (onCpu ? "CPU time" : "time")))].join(" or ");
  const copies = (kind) => (contestant) =>
    row([
      `${contestant.name}: ${kind}`,
      ...workloads.map(({ name }) => {
        const result = resultOf(record, name, contestant.name);
        return result ? time(median(result[kind])) : "";
      }),
    ]);
  return [
    ...heading([
      `${clocks} of a product of two matrices [n, n] that lie on the device, in multiples of the base's`,
      ...workloads.map(({ n }) => n),
    ]),
    row(["1 is", ...workloads.map((w) => `${w.base}: ${time(baseTime(record, w))}`)]),
    ...gpuContestants.map((contestant) =>
      row([titleOf(contestant, record), ...workloads.map((w) => multiples.cell(w, contestant.name))]),
    ),
    ...gpuContestants.map(copies("upload")),
    ...gpuContestants.map(copies("readback")),
    "",
    ...workloads.map((w) => `- ${w.n}: ${w.adapter}; ${occasion(w.measured)}`),
    "",
    ...multiples.notes(),
  ]
    .join("\n")
    .trim();
}
