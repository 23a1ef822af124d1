/// <reference lib="dom" preserve="true" />
import { make, setText } from "../make.js";
import { type Arranged, arrange, type Wish } from "./arrange.js";
import { arrangedElsewhere } from "./remote.js";

/** More values than this are arranged in a worker. */
const mostHere = 400;

/** Arranges graphs: small ones at once, large ones in a worker, with a line that says how far it is and a way out. */
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

  /** Calls `done` now or later; not at all if something else is asked for in between, or on Cancel. */
  arrange(wish: Wish, done: (arranged: Arranged) => void): void {
    this.running?.abort();
    this.running = undefined;
    this.line.hidden = true;
    const count = wish.graph.nodes.length;
    if (count <= mostHere) {
      done(arrange(wish));
      return;
    }
    const run = new AbortController();
    this.running = run;
    const say = (share: number) =>
      setText(this.text, `Laying out ${count} values: ${Math.floor(share * 100)} %`);
    say(0);
    this.cancel.hidden = false;
    this.line.hidden = false;
    // To copy a large graph for the worker is a task of its own.
    const start = new Promise((resolve) => setTimeout(resolve));
    const arranging = start.then(() => {
      run.signal.throwIfAborted();
      return arrangedElsewhere(wish, say, run.signal);
    });
    arranging.then(
      (arranged) => {
        if (run.signal.aborted) return;
        this.line.hidden = true;
        done(arranged);
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
