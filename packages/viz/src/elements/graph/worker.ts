import { buffersOf } from "../../draw/graph-layout.js";
import { type Arranged, arrange, type Wish } from "./arrange.js";

/** What the worker says: how far it is, now and then, and at last what it made, or why not. */
export interface Answer {
  readonly progress?: number;
  readonly arranged?: Arranged;
  readonly error?: string;
}

/** The page's side of the worker. */
interface Port {
  onmessage: (message: { readonly data: Wish }) => void;
  postMessage(answer: Answer, transfer?: readonly ArrayBuffer[]): void;
}

const port = globalThis as unknown as Port;

port.onmessage = ({ data }) => {
  try {
    const arranged = arrange(data, (progress) => port.postMessage({ progress }));
    port.postMessage({ arranged }, buffersOf(arranged.layout));
  } catch (error) {
    port.postMessage({ error: (error as Error).message });
  }
};
