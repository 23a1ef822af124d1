/// <reference lib="dom" preserve="true" />
import type { Drawing } from "../../drawing.js";
import type { DecisionBoundaryOptions, decisionBoundary } from "../../plot/boundary.js";
import { make, setAttribute, setText } from "../make.js";
import { number } from "../shown.js";
import { dataAt, middleOf, moved, type Plane, type PlanePoint, pixelOf } from "./plane.js";
import { PlotElement } from "./plot-element.js";

const widest = 560;

/** What draws, loaded with the first element that needs it. */
let loaded: typeof decisionBoundary | undefined;

/**
 * `<og-boundary>`: a decision boundary, on which a person picks a point: by click or tap, or by arrow keys, which move
 * a crosshair (with Shift faster), and Enter. The event `og-pick` says `{ x, y }` in the data's numbers. Inside it may
 * stand JSON: the options of `decisionBoundary`, with a `grid`.
 */
export class OgBoundary extends PlotElement {
  private given: DecisionBoundaryOptions | undefined;
  private plane: Plane | undefined;
  private cross: PlanePoint | undefined;
  private readonly told = make("p", { class: "og-hidden", role: "status" });
  private readonly line = document.createElementNS("http://www.w3.org/2000/svg", "path");

  constructor() {
    super();
    this.line.setAttribute("class", "og-cross");
    this.shadow.append(this.told);
    const { picture } = this;
    picture.classList.add("og-plane");
    setAttribute(picture, "tabindex", 0);
    setAttribute(picture, "role", "application");
    setAttribute(picture, "aria-label", "Plane: arrow keys move a crosshair, Enter picks the point");
    picture.addEventListener("click", (event) => this.pickAt(event));
    picture.addEventListener("keydown", (event) => this.key(event));
    picture.addEventListener("blur", () => this.aim(undefined));
  }

  /** What is drawn, as for `decisionBoundary`; the width is what there is room for. Null shows the JSON inside. */
  get options(): DecisionBoundaryOptions | null {
    return this.given ?? null;
  }
  set options(options: DecisionBoundaryOptions | null) {
    this.given = options ?? undefined;
    this.changed();
  }

  protected override drawingFor(room: number): Drawing | undefined {
    this.given ??= this.jsonInside() as DecisionBoundaryOptions | undefined;
    if (this.given === undefined) return undefined;
    if (loaded === undefined) {
      this.changedAfter(
        import("../../plot/boundary.js").then((plot) => {
          loaded = plot.decisionBoundary;
        }),
      );
      return undefined;
    }
    const { width: wanted = widest, height: tall = wanted } = this.given;
    const width = Math.min(room, wanted);
    return loaded({ ...this.given, width, height: Math.round((tall * width) / wanted) });
  }

  protected override drawn(svg: SVGSVGElement, drawing: Drawing): void {
    const frame = svg.querySelector(".og-frame");
    const [left, top, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(frame?.getAttribute(name)),
    );
    const { xRange, yRange } = JSON.parse(drawing.json()) as Pick<Plane, "xRange" | "yRange">;
    this.plane = { left, top, width, height, xRange, yRange } as Plane;
    svg.append(this.line);
    this.aim(this.cross);
  }

  private pickAt({ clientX, clientY }: MouseEvent): void {
    const svg = this.picture.querySelector("svg");
    if (!this.plane || !svg) return;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    this.pick(dataAt(this.plane, (clientX - left) * scale, (clientY - top) * scale));
  }

  private key(event: KeyboardEvent): void {
    if (!this.plane || event.altKey || event.ctrlKey || event.metaKey) return;
    const from = this.cross ?? middleOf(this.plane);
    const to = moved(this.plane, from, event.key, event.shiftKey);
    if (to !== undefined) {
      event.preventDefault();
      this.aim(to);
      setText(this.told, `x ${number(to.x)}, y ${number(to.y)}`);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.aim(from);
      this.pick(from);
    }
  }

  private aim(at: PlanePoint | undefined): void {
    this.cross = at;
    const { plane } = this;
    if (!plane) return;
    const [x, y] = at ? pixelOf(plane, at) : [0, 0];
    const { left, top, width, height } = plane;
    setAttribute(this.line, "d", at && `M${x},${top}v${height}M${left},${y}h${width}`);
  }

  private pick(point: PlanePoint | undefined): void {
    if (point === undefined) return;
    setText(this.told, `Picked x ${number(point.x)}, y ${number(point.y)}`);
    this.tell("og-pick", { ...point });
  }
}
