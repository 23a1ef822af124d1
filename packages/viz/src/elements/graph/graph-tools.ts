/// <reference lib="dom" preserve="true" />
import type { GroupLevel } from "../../graph/group.js";
import { Choice } from "../choice.js";
import { make, setAttribute } from "../make.js";

const levels = [
  ["value", "Values"],
  ["neuron", "Neurons"],
  ["layer", "Layers"],
] as const;

/** The row above a graph: what one card stands for, and its size. */
export class GraphTools {
  readonly row: HTMLDivElement;
  /** Whether the whole width is in view; else cards have their real size. */
  fits = false;
  private readonly choice: Choice<GroupLevel>;
  private readonly zoom = make("button", { type: "button", "aria-pressed": "false" }, "Fit width");

  constructor(onGroup: (level: GroupLevel) => void, onZoom: () => void) {
    this.choice = new Choice<GroupLevel>("One card for", levels, onGroup);
    this.row = make("div", { class: "og-tools" }, this.choice.field, this.zoom);
    this.zoom.addEventListener("click", () => {
      this.fits = !this.fits;
      setAttribute(this.zoom, "aria-pressed", String(this.fits));
      onZoom();
    });
  }

  show(level: GroupLevel, collapses: boolean, isWide: boolean): void {
    this.choice.value = level;
    this.choice.field.hidden = !collapses;
    this.zoom.hidden = !isWide && !this.fits;
    this.row.hidden = this.choice.field.hidden && this.zoom.hidden;
  }
}
