/// <reference lib="dom" preserve="true" />
import { FollowingElement } from "../following.js";
import type { Grouping } from "./arrange.js";

/** An edge, by the id of the value that was computed and the place among its inputs. */
export interface MarkedEdge {
  readonly to: number;
  readonly index: number;
}

/** What a page may say of how a graph is shown. */
export abstract class GraphSettings extends FollowingElement {
  static override observedAttributes: readonly string[] = [
    ...FollowingElement.observedAttributes,
    "group",
    "direction",
  ];
  private grouping: Grouping = "auto";
  private way: "auto" | "LR" | "TB" = "auto";
  private markedEdge: MarkedEdge | null = null;

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === "group") this.group = (value ?? "auto") as Grouping;
    else if (name === "direction") this.direction = (value ?? "auto") as "auto" | "LR" | "TB";
    else super.attributeChangedCallback(name, old, value);
  }

  /** How much one card stands for; "auto" as little as can be read. */
  get group(): Grouping {
    return this.grouping;
  }
  set group(group: Grouping) {
    if (group === this.grouping) return;
    this.grouping = group;
    this.changed();
  }

  /** From left to right, from top to bottom, or as there is room. */
  get direction(): "auto" | "LR" | "TB" {
    return this.way;
  }
  set direction(direction: "auto" | "LR" | "TB") {
    if (direction === this.way) return;
    this.way = direction;
    this.changed();
  }

  /** An edge that stands out as wrong, where cards are elements; say in words beside the graph what is wrong with it. */
  get marked(): MarkedEdge | null {
    return this.markedEdge;
  }
  set marked(edge: MarkedEdge | null) {
    const { markedEdge: old } = this;
    if (edge === old || (edge?.to === old?.to && edge?.index === old?.index)) return;
    this.markedEdge = edge;
    this.changed();
  }
}
