/// <reference lib="dom" preserve="true" />
import { slopeLabel } from "../../draw/edges.js";
import type { Graph } from "../../graph/graph.js";
import { setText } from "../make.js";
import type { Picture } from "./picture.js";

/** Writes the local slopes of a graph of the same shape onto its pills. Their ends at the cards stay. */
export function writePills({ lines }: Picture, { nodes }: Graph, direction: "LR" | "TB"): void {
  for (const { element, pill, from, to, index } of lines) {
    const [source, target] = [String(nodes[from]?.id), String(nodes[to]?.id)];
    for (const each of [element, pill as HTMLElement | undefined]) {
      each?.setAttribute("data-from", source);
      each?.setAttribute("data-to", target);
    }
    const slope = nodes[to]?.inputs[index]?.slope;
    const text = pill?.querySelector("text");
    if (!pill || !text || slope === undefined) continue;
    const { text: written, width } = slopeLabel(slope);
    if (text.textContent === written) continue;
    setText(text, written);
    const rect = pill.querySelector("rect") as Element;
    const old = Number(rect.getAttribute("width"));
    rect.setAttribute("width", String(width));
    rect.setAttribute("x", String(-width / 2));
    if (direction === "TB") continue;
    const [, x = 0, y = 0] =
      /\(([^,]+),([^)]+)\)/.exec(pill.getAttribute("transform") ?? "")?.map(Number) ?? [];
    pill.setAttribute("transform", `translate(${x + (old - width) / 2},${y})`);
  }
}
