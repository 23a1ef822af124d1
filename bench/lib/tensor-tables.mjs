// The record of tensors as Markdown.
import { tensorContestants } from "../tensor-contestants.mjs";
import { baseTime, heading, Multiples, megabytes, occasion, row, three, time, titleOf } from "./format.mjs";

/** One line a contestant, one column a net: multiples of the base's CPU time. */
function netsTable(record, workloads) {
  const multiples = new Multiples(record);
  const lines = tensorContestants.nets.map((contestant) =>
    row([titleOf(contestant, record), ...workloads.map((w) => multiples.cell(w, contestant.name))]),
  );
  return [
    ...heading([
      "CPU time of one training step in float32, in multiples of the first line's",
      ...workloads.map((w) => w.name),
    ]),
    row(["1 is", ...workloads.map((w) => `${w.base}: ${time(baseTime(record, w))}`)]),
    ...lines,
    "",
    ...workloads.map((w) => `- ${w.name}: ${w.doc}; ${occasion(w.measured)}`),
    "",
    ...multiples.notes(),
  ];
}

/** For each layout one line a contestant, one column a size: fractions of the base's speed. */
function productsTable(record, workloads) {
  const sizes = [...new Set(workloads.map(({ n }) => n))];
  const layouts = [...new Set(workloads.map(({ layout }) => layout))];
  const multiples = new Multiples(record, (multiple) => three(1 / multiple));
  const of = (layout, cell) =>
    sizes.map((n) => {
      const found = workloads.find((w) => w.layout === layout && w.n === n);
      return found ? cell(found) : "";
    });
  const speed = (w) => `${three((2 * w.n ** 3) / baseTime(record, w) / 1000)} GFLOP/s`;
  const lines = layouts.flatMap((layout) => [
    row([`**${layout}**: 1 is`, ...of(layout, speed)]),
    ...tensorContestants.products.map((contestant) =>
      row([titleOf(contestant, record), ...of(layout, (w) => multiples.cell(w, contestant.name))]),
    ),
  ]);
  return [
    ...heading([
      "product of two matrices [n, n] in float32, as a fraction of the first line's speed",
      ...sizes,
    ]),
    ...lines,
    "",
    `N is an operand as it lies, T one that lies transposed. PyTorch's BLAS: ${record.versions.blas ?? "unknown"}; ${occasion(workloads[0].measured)}.`,
    "",
    ...multiples.notes(),
  ];
}

function startTable(start) {
  const ms = (x) => `${x.toFixed(1)} ms`;
  return [
    ...heading([
      "CPU time in a fresh process",
      "Node alone",
      "the modules",
      "first step of points",
      "next 99 steps",
    ]),
    ...start.map(({ mode, failed, node, engine, first, next }) =>
      row(failed ? [mode, failed, "", "", ""] : [mode, ms(node), ms(engine), ms(first), ms(next)]),
    ),
  ];
}

const memoryTable = ({ steps, results }) => [
  ...heading([`after ${steps.toLocaleString("en-US")} steps of points`, "growth"]),
  ...results.map(({ mode, failed, growth }) => row([mode, failed ?? megabytes(growth)])),
];

/** All that the record has of tensors. */
export function tensorsTable(record) {
  const { workloads, start, memory } = record;
  const nets = workloads.filter(({ layout }) => !layout);
  const products = workloads.filter(({ layout }) => layout);
  const parts = [
    nets.length > 0 && netsTable(record, nets),
    products.length > 0 && productsTable(record, products),
    start && startTable(start),
    memory && memoryTable(memory),
  ];
  return parts
    .filter(Boolean)
    .map((lines) => lines.join("\n").trim())
    .join("\n\n");
}
