/// <reference lib="dom" />
import type { GroupLevel } from "../../graph/group.js";
import { grouped } from "../../graph/grouped.js";
import type { Graph } from "../../graph/trace.js";
import { Choice } from "../choice.js";
import { make, setAttribute } from "../make.js";

/** How much one card stands for, or as little as can be read. */
export type Grouping = "auto" | GroupLevel;

/** The row above a graph: what one card stands for, and its size. */
export class GraphTools {
  readonly row: HTMLDivElement;
  /** Whether the whole width is in view; else cards have their real size. */
  fits = false;
  private readonly choice: Choice<GroupLevel>;
  private readonly zoom = make("button", { type: "button" }, "Fit width");
  private collapsible: { readonly graph: Graph; readonly can: boolean } | undefined;

  constructor(onGroup: (grouping: Grouping) => void, onZoom: () => void) {
    const levels = [
      ["value", "Values"],
      ["neuron", "Neurons"],
      ["layer", "Layers"],
    ] as const;
    this.choice = new Choice<GroupLevel>("One card for", levels, onGroup);
    this.row = make("div", { class: "og-tools" }, this.choice.field, this.zoom);
    this.zoom.addEventListener("click", () => {
      this.fits = !this.fits;
      setAttribute(this.zoom, "aria-pressed", String(this.fits));
      onZoom();
    });
    setAttribute(this.zoom, "aria-pressed", "false");
  }

  show(level: GroupLevel, graph: Graph, isWide: boolean): void {
    if (this.collapsible?.graph !== graph) {
      const neurons = grouped(graph, "neuron").nodes.filter(({ group }) => group?.kind === "neuron");
      // A sum of products may look like a neuron; a net has several.
      this.collapsible = { graph, can: neurons.length > 1 };
    }
    this.choice.value = level;
    this.choice.field.hidden = !this.collapsible.can;
    this.zoom.hidden = !isWide && !this.fits;
    this.row.hidden = this.choice.field.hidden && this.zoom.hidden;
  }
}
