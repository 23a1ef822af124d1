import type { Failure, RunResult } from "@outgrad/sandbox";
import { make } from "./make.ts";

/** A graph of more values than this is drawn when it is asked for. */
const mostDrawn = 60;

/** What a run printed, the pictures it made, why it ended, the graph of its result. */
export function outcomeParts(outcome: Failure | RunResult): HTMLElement[] {
  const parts: HTMLElement[] = [];
  const { logs } = outcome;
  if (logs.length > 0) {
    const lines = logs.map(({ level, text }) => make("span", { class: `og-${level}` }, `${text}\n`));
    parts.push(make("pre", { class: "og-printed", tabindex: "0", "aria-label": "Printed" }, ...lines));
  }
  if (!outcome.ok) return [...parts, failureOf(outcome)];
  for (const { svg, text } of outcome.shown) {
    // As images, so that nothing in them can run.
    parts.push(make("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: text }));
  }
  if (outcome.note && logs.length === 0) parts.push(make("p", { class: "og-note" }, outcome.note));
  if (outcome.graph) parts.push(graphOf(outcome.graph));
  return parts;
}

/** The outcome in a sentence. */
export function outcomeWords(outcome: Failure | RunResult): string {
  if (!outcome.ok)
    return outcome.line === undefined ? "It did not end well." : `Stopped at line ${outcome.line}.`;
  const { length } = outcome.logs;
  return `Done: ${length === 0 ? "it printed nothing" : length === 1 ? "1 line printed" : `${length} lines printed`}.`;
}

function failureOf({ sentence, line }: Failure): HTMLElement {
  const place = line === undefined ? [] : [make("strong", {}, `Line ${line}: `)];
  return make("p", { class: "og-failure" }, ...place, sentence);
}

function graphOf(graph: NonNullable<RunResult["graph"]>): HTMLElement {
  const { length } = graph.nodes;
  const details = make(
    "details",
    {},
    make("summary", {}, `The graph of its result: ${length} value${length === 1 ? "" : "s"}`),
  );
  const draw = async () => {
    await import("@outgrad/viz/elements");
    const picture = document.createElement("og-graph");
    details.append(picture);
    picture.graph = graph;
  };
  details.addEventListener("toggle", draw, { once: true });
  details.open = length <= mostDrawn;
  return details;
}
