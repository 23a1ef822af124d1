// A bar in the terminal for the events of fit; nothing where there is no terminal.
import { SingleBar } from "cli-progress";

/** Options for `fit`: a bar with the loss, and what `told` says after each epoch. */
export function bar(label, told = () => "") {
  const single = new SingleBar({
    format: `${label.padEnd(14)} {bar} {percentage}%  epoch {epoch}  loss {loss}  {told}  {eta_formatted} left`,
    hideCursor: true,
    etaBuffer: 200,
  });
  const shown = { epoch: 1, loss: "", told: "" };
  let isStarted = false;
  return {
    start(total) {
      single.start(total, 0, shown);
      isStarted = true;
    },
    onStep({ step, epoch, loss }) {
      single.update(step, { epoch: epoch + 1, loss: loss.toFixed(4) });
    },
    onEpoch(event) {
      single.update({ told: told(event.metrics) });
    },
    stop() {
      if (isStarted) single.stop();
    },
  };
}

/** A signal that Ctrl-C gives; a second Ctrl-C ends the process. */
export function interrupted() {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}
