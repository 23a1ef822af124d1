/// <reference lib="dom" preserve="true" />
import type { Graph } from "../graph/graph.js";
import { graphOf, type Source } from "../graph/trace.js";
import type { Order } from "../steps/flow.js";
import { type Story, story } from "../story/story.js";
import { OgElement } from "./element.js";
import { graphFromJson } from "./read-graph.js";

/** An element that shows a graph at a position of its story. */
export abstract class FollowingElement extends OgElement {
  static observedAttributes: readonly string[] = ["position", "order", "passes"];
  private given: Graph | undefined;
  private told: Story | undefined;
  private at: number | null = null;
  private inOrder: Order = "topological";
  private times = 1;
  private pointedAt: number | null = null;
  private askedIds: ReadonlySet<number> = new Set();

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === "position") this.position = value ? Number(value) : null;
    if (name === "order") this.order = value === "recursive" ? "recursive" : "topological";
    if (name === "passes") this.passes = value === null ? 1 : Number(value);
  }

  /** What is shown: a traced graph, a value, or several. Null shows what the element has inside. */
  get graph(): Graph | null {
    return this.given ?? null;
  }
  set graph(source: Source | null) {
    this.given = source ? graphOf(source, Number.POSITIVE_INFINITY) : undefined;
    this.told = undefined;
    this.changed();
  }

  /** Where in the story; null is its end, when all is done. */
  get position(): number | null {
    return this.at;
  }
  set position(position: number | null) {
    if (position === this.at) return;
    this.at = position;
    this.changed();
  }

  /** In which order values pass their gradients on. */
  get order(): Order {
    return this.inOrder;
  }
  set order(order: Order) {
    if (order === this.inOrder) return;
    this.inOrder = order;
    this.told = undefined;
    this.changed();
  }

  /** How often backward() ran since zeroGrad(). */
  get passes(): number {
    return this.times;
  }
  set passes(passes: number) {
    if (passes === this.times) return;
    this.times = passes;
    this.told = undefined;
    this.changed();
  }

  /** The id of the value that a person points at. */
  get pointed(): number | null {
    return this.pointedAt;
  }
  set pointed(id: number | null) {
    if (id === this.pointedAt) return;
    this.pointedAt = id;
    this.changed();
  }

  /** The ids of values whose gradients a person is asked for: they are not shown, and who sends them is marked. */
  get asked(): ReadonlySet<number> {
    return this.askedIds;
  }
  set asked(ids: ReadonlySet<number>) {
    if (ids.size === 0 && this.askedIds.size === 0) return;
    this.askedIds = ids;
    this.changed();
  }

  /** The story of what is shown, told once; a page with many elements may tell it once for all of them. */
  get story(): Story | null {
    this.given ??= graphFromJson(this.jsonInside());
    if (this.given === undefined) return null;
    this.told ??= story(this.given, { order: this.inOrder, passes: this.times });
    return this.told;
  }
  set story(told: Story | null) {
    if (told === this.told && told !== null) return;
    this.told = told ?? undefined;
    this.given = told?.graph;
    this.inOrder = told?.order ?? this.inOrder;
    this.times = told?.passes ?? this.times;
    this.changed();
  }

  /** A person points at a value, or no longer. */
  protected point(id: number | null): void {
    if (id === this.pointedAt) return;
    this.pointed = id;
    this.tell("og-point", { id });
  }
}
