import { buffersOf, type LayoutOptions, layoutOf } from "../draw/graph-layout.js";
import type { Graph } from "../graph/trace.js";

/** What the worker is asked. */
export interface LayoutRequest {
  readonly graph: Graph;
  readonly options?: LayoutOptions;
}

/** The page's side of the worker. */
interface Port {
  onmessage: (message: { readonly data: LayoutRequest }) => void;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
}

const port = globalThis as unknown as Port;

// Answers each request with `{ progress }` now and then, then once with `{ layout }` or `{ error }`. To cancel one,
// end the worker.
port.onmessage = ({ data: { graph, options } }) => {
  try {
    const layout = layoutOf(graph, options, (progress) => port.postMessage({ progress }));
    port.postMessage({ layout }, buffersOf(layout));
  } catch (error) {
    port.postMessage({ error: (error as Error).message });
  }
};
