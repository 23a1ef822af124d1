/// <reference lib="dom" />
import { type GraphLayout, layoutOf } from "../../draw/graph-layout.js";
import type { Graph } from "../../graph/trace.js";
import { make, setText } from "../make.js";
import { remoteLayout } from "./remote-layout.js";

/** Above this many vertices a layout is made in a worker. */
const mostHere = 500;

/** Makes layouts: small ones at once, large ones in a worker, with a line that says how far it is and a way out. */
export class Loading {
  readonly line = make("p", { class: "og-progress og-note" });
  private readonly text = make("span", { role: "status" });
  private readonly cancel = make("button", { type: "button" }, "Cancel");
  private running: AbortController | undefined;

  constructor() {
    this.line.append(this.text, this.cancel);
    this.line.hidden = true;
    this.cancel.addEventListener("click", () => this.stop());
  }

  /** Calls `done` with the layout, now or later; not at all if another is asked for in between, or on Cancel. */
  layOut(graph: Graph, direction: "LR" | "TB", done: (layout: GraphLayout) => void): void {
    this.running?.abort();
    this.running = undefined;
    this.line.hidden = true;
    if (graph.nodes.length <= mostHere) {
      done(layoutOf(graph, { direction }));
      return;
    }
    const run = new AbortController();
    this.running = run;
    const count = graph.nodes.length;
    const say = (share: number) =>
      setText(this.text, `Laying out ${count} cards: ${Math.floor(share * 100)} %`);
    say(0);
    this.cancel.hidden = false;
    this.line.hidden = false;
    remoteLayout(graph, { direction }, say, run.signal).then(
      (layout) => {
        this.line.hidden = true;
        done(layout);
      },
      (problem: Error) => {
        if (run.signal.aborted) return;
        setText(this.text, problem.message);
        this.cancel.hidden = true;
      },
    );
  }

  /** Gives up; the tape has the same numbers. */
  stop(): void {
    if (!this.running) return;
    this.running.abort();
    this.running = undefined;
    this.cancel.hidden = true;
    setText(this.text, "The graph is not drawn. Choose neurons or layers, or read the tape.");
  }
}
