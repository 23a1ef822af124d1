import { useEffect } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { isTyping } from "../ui/typing.ts";
import type { Measuring } from "./measuring.ts";

interface ConsoleProps<Result> {
  readonly measuring: Measuring<never, Result>;
  /** What the button says before anything was measured. */
  readonly start: string;
  onRun(): void;
  /** What was found, in a sentence: said when it is done. */
  summary(result: Result): string;
}

/** Run and cancel, how far it has come, and what came out. The key P does what the button does. */
export function Console<Result>({ measuring, start, onRun, summary }: ConsoleProps<Result>) {
  const standing = measuring.standing.value;
  const result = measuring.result.value;
  const isRunning = standing === "running";
  const press = () => (measuring.standing.peek() === "running" ? measuring.cancel() : onRun());
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "p" && !isTyping(event)) press();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  });
  // A screen that nobody sees does not measure, and would be disturbed if it did.
  useEffect(() => () => measuring.cancel(), []);
  useEffect(() => {
    if (standing === "done" && result) announce(summary(result));
    else if (standing !== "idle") announce(measuring.what.peek());
  }, [standing]);
  return (
    <section class="panel console" aria-label="Measuring">
      <div class="lab-transport">
        <button type="button" class="button primary" onClick={press}>
          <Icon name={isRunning ? "pause" : "play"} />
          {isRunning ? "Cancel" : standing === "idle" ? start : "Again"}
        </button>
      </div>
      <div class="measured">
        {isRunning && (
          <p class="note">
            <progress max={1} value={measuring.share.value} aria-label="How far it has come" />{" "}
            {measuring.what}
          </p>
        )}
        {standing === "failed" && (
          <p class="error" role="alert">
            {measuring.what}
          </p>
        )}
        {standing === "cancelled" && <p class="note">Cancelled.</p>}
        {result && !isRunning && (
          <p class="headline" data-headline>
            {summary(result)}
          </p>
        )}
      </div>
    </section>
  );
}
