import type { Order, Reply } from "../protocol.js";
import { Crew } from "./crew.js";

/** Serves the page that framed this one, through the port that it sends first. */
function serve(): void {
  const crew = new Crew();
  const hear = ({ data, ports: [port], source }: MessageEvent) => {
    if (source !== window.parent || data !== "outgrad" || !port) return;
    window.removeEventListener("message", hear);
    const reply = (message: Reply) => port.postMessage(message);
    port.onmessage = ({ data: order }: MessageEvent<Order>) => {
      if (order.kind === "stop") return crew.stop();
      const { id, job, seconds } = order;
      crew.run(job, seconds, {
        alive: () => reply({ kind: "alive" }),
        log: (log) => reply({ kind: "log", id, log }),
        done: (outcome) => reply({ kind: "done", id, outcome }),
      });
    };
  };
  window.addEventListener("message", hear);
}

// The one way out that browsers let no policy close. Workers do not have it.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) Reflect.deleteProperty(window, name);

// Anywhere but in a sandboxed frame, what visitors type would have an origin, and with it storage and pages to reach.
if (window.origin === "null" && window.parent !== window) serve();
else
  document.body.textContent =
    "This page runs code for a page of outgrad, in a sandboxed frame; by itself it does nothing.";
