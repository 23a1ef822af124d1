/// <reference lib="dom" preserve="true" />
import { placeOf } from "../../story/moment.js";
import { type Story, story as tell } from "../../story/story.js";
import { Choice } from "../choice.js";
import { FollowingElement } from "../following.js";
import type { OgGraph } from "../graph/og-graph.js";
import { make, setText } from "../make.js";
import { withSigns } from "../shown.js";
import type { OgTape } from "../tape/og-tape.js";
import { ChainRule } from "./chain-rule.js";
import { PredictPanel } from "./predict-panel.js";
import { stepperStyle } from "./style.js";
import { Transport } from "./transport.js";

const followers = "og-graph, og-tape";

/**
 * `<og-stepper>`: a graph with the controls of its story: forward value by value, backward step by step, with the
 * chain rule in numbers. `<og-graph>` and `<og-tape>` inside it follow; without any, it brings its own.
 *
 * The keys `[` and `]` step, `p` plays and pauses. `::part(transport)` is the row of its controls. Events: `og-step` with `{ position }`,
 * `og-order` with `{ order }`, and those of the graph and the tape.
 */
export class OgStepper extends FollowingElement {
  static override observedAttributes: readonly string[] = [...FollowingElement.observedAttributes, "predict"];
  private readonly transport = new Transport(
    (position) => this.goTo(position),
    () => this.next(),
  );
  private readonly choice = new Choice(
    "Order",
    [
      ["topological", "Topological"],
      ["recursive", "Naive recursion"],
    ],
    (order) => this.chooseOrder(order),
  );
  private readonly sentence = make("p", { class: "og-sentence", role: "status", "aria-live": "polite" });
  private readonly rule = new ChainRule();
  private readonly prediction = new PredictPanel(() => {
    this.goTo(this.here + 1);
    this.transport.focus();
  });
  private readonly slotted = make("slot");
  private readonly ownGraph = make("og-graph");
  private readonly ownTape = make("og-tape");
  private readonly frame: HTMLElement;
  private asks = false;

  constructor() {
    super(stepperStyle);
    const told = make("div", { class: "og-told" }, this.sentence, this.prediction.panel, this.rule.panel);
    told.append(this.choice.field);
    this.frame = make(
      "div",
      { class: "og-stepper" },
      this.ownGraph,
      this.transport.row,
      make("div", { class: "og-below" }, told, this.ownTape),
    );
    this.shadow.append(this.slotted, this.frame);
    this.slotted.addEventListener("slotchange", () => this.changed());
    for (const root of [this.shadow, this] as const) {
      root.addEventListener("og-point", (event) => this.spread(event as CustomEvent<{ id: number | null }>));
    }
    this.addEventListener("keydown", (event) => this.key(event));
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === "predict") this.predict = value !== null;
    else super.attributeChangedCallback(name, old, value);
  }

  disconnectedCallback(): void {
    this.transport.pause();
  }

  /** Whether a step backward is to be guessed before it is shown. */
  get predict(): boolean {
    return this.asks;
  }
  set predict(predict: boolean) {
    if (predict === this.asks) return;
    this.asks = predict;
    if (!predict) this.prediction.close();
    this.changed();
  }

  protected update(): void {
    const { story } = this;
    this.frame.hidden = story === null;
    if (story === null) return;
    const nested = [...this.querySelectorAll<OgGraph | OgTape>(followers)];
    this.slotted.hidden = nested.length === 0;
    this.ownGraph.hidden = nested.length > 0;
    this.ownTape.hidden = nested.length > 0;
    const moment = story.at(this.here);
    const asked = this.askedOf(story);
    for (const each of this.following(nested)) {
      each.story = story;
      each.position = moment.position;
      each.pointed = this.pointed;
      each.asked = asked;
    }
    this.transport.canPlay = !this.asks;
    this.transport.show(moment.position, story.last, placeOf(moment));
    this.choice.value = this.order;
    setText(this.sentence, withSigns(story.sentence(moment.position)));
    this.rule.show(moment, story);
  }

  private following(nested: readonly (OgGraph | OgTape)[]): readonly (OgGraph | OgTape)[] {
    return nested.length > 0 ? nested : [this.ownGraph, this.ownTape];
  }

  /** The position, the end being the last. */
  private get here(): number {
    return this.story?.at(this.position ?? Number.POSITIVE_INFINITY).position ?? 0;
  }

  /** The values whose gradients the next step will change, while they are asked for. */
  private askedOf(story: Story): ReadonlySet<number> {
    if (!this.prediction.isAsking) return new Set();
    const next = story.at(this.here + 1).step;
    return new Set(next?.contributions.map(({ input }) => input));
  }

  private goTo(position: number): void {
    const { story } = this;
    if (story === null) return;
    this.prediction.close();
    const to = story.at(position).position;
    this.position = to === story.last ? null : to;
    this.changed();
    this.tell("og-step", { position: to });
  }

  /** One on; a step backward is asked for first where that is wanted. */
  private next(): void {
    const { story } = this;
    if (story === null || this.prediction.isAsking) return;
    const { step } = story.at(this.here + 1);
    if (this.asks && step !== undefined && this.here < story.last && this.prediction.ask(step))
      this.changed();
    else this.goTo(this.here + 1);
  }

  private chooseOrder(order: "topological" | "recursive"): void {
    const { graph, passes } = this;
    try {
      if (graph) this.story = tell(graph, { order, passes });
    } catch (problem) {
      setText(this.sentence, (problem as Error).message);
      this.choice.value = this.order;
      return;
    }
    this.prediction.close();
    this.order = order;
    this.tell("og-order", { order });
  }

  /** Who points at a value in one view points at it in all. */
  private spread(event: CustomEvent<{ id: number | null }>): void {
    if (event.target === this) return;
    this.pointed = event.detail.id;
  }

  private key(event: KeyboardEvent): void {
    const [from] = event.composedPath();
    const isTyping = from instanceof HTMLInputElement && from.type === "text";
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key !== "[" && key !== "]" && key !== "p") return;
    event.preventDefault();
    if (key === "p") {
      this.transport.toggle();
      return;
    }
    this.transport.pause();
    if (key === "]") this.next();
    else this.goTo(this.here - 1);
  }
}
