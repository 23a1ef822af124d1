/// <reference lib="dom" />
import { type GraphLayout, type LayoutOptions, layoutOf } from "../../draw/graph-layout.js";
import type { Graph } from "../../graph/trace.js";

interface Answer {
  readonly progress?: number;
  readonly layout?: GraphLayout;
  readonly error?: string;
}

/**
 * A layout from a worker, which a signal ends. Where a page has no workers, or its policy forbids them, it is made
 * here.
 *
 * @throws the signal's reason when it is aborted.
 */
export function remoteLayout(
  graph: Graph,
  options: LayoutOptions,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<GraphLayout> {
  return new Promise((resolve, reject) => {
    const worker = newWorker();
    const end = () => worker?.terminate();
    signal.addEventListener("abort", () => {
      end();
      reject(signal.reason);
    });
    const here = () => {
      end();
      if (!signal.aborted) resolve(layoutOf(graph, options));
    };
    if (worker === undefined) {
      setTimeout(here);
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.progress !== undefined) progress(data.progress);
      if (data.layout === undefined && data.error === undefined) return;
      end();
      if (data.layout) resolve(data.layout);
      else reject(new Error(data.error));
    };
    worker.onerror = here;
    worker.postMessage({ graph, options });
  });
}

function newWorker(): Worker | undefined {
  try {
    return new Worker(new URL("../../layout/worker.js", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}
