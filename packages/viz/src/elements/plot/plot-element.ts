/// <reference lib="dom" preserve="true" />
import type { Drawing } from "../../drawing.js";
import { OgElement } from "../element.js";
import { make, setText } from "../make.js";
import { withSigns } from "../shown.js";
import { planted } from "./planted.js";
import { plotElementStyle } from "./style.js";

/** An element that shows a drawing as wide as there is room, with its sentence and its numbers. */
export abstract class PlotElement extends OgElement {
  protected readonly picture = make("div", { class: "og-picture" });
  protected readonly summary = make("p", { class: "og-note" });
  private readonly table = make("pre", { tabindex: 0 });
  private readonly numbers = make("details", {}, make("summary", {}, "Numbers"), this.table);
  private readonly fallBack = make("slot");
  private readonly sizes = new (globalThis.ResizeObserver ?? Object)(() =>
    requestAnimationFrame(() => {
      if (this.clientWidth !== this.drawnFor) this.changed();
    }),
  ) as ResizeObserver;
  private drawnFor = 0;

  constructor() {
    super(plotElementStyle);
    this.numbers.addEventListener("toggle", () => this.changed());
    this.shadow.append(this.picture, this.summary, this.numbers, this.fallBack);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
  }

  /** The drawing for a width in pixels; undefined while there is nothing to draw. */
  protected abstract drawingFor(width: number): Drawing | undefined;

  /** Called with the new picture. */
  protected drawn(_svg: SVGSVGElement, _drawing: Drawing): void {}

  protected update(): void {
    this.drawnFor = this.clientWidth;
    const drawing = this.drawnFor > 0 ? this.drawingFor(this.drawnFor) : undefined;
    const parts = [this.picture, this.summary, this.numbers];
    for (const part of parts) part.hidden = drawing === undefined;
    this.fallBack.hidden = drawing !== undefined;
    if (drawing === undefined) return;
    const svg = planted(this.shadow, drawing.svg());
    this.picture.replaceChildren(svg);
    setText(this.summary, withSigns(drawing.text()));
    if (this.numbers.open) setText(this.table, drawing.table());
    this.drawn(svg, drawing);
  }
}
