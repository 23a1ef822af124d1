import { nodeThreads } from "./node.js";
import type { Duty } from "./worker.js";

/** A worker, in Node or in a page. */
export interface Helper {
  tell(duty: Duty): void;
  /** Lets the process end without it. */
  release(): void;
  end(): void;
}

/** Starts a worker; tells that it has answered, and why it has ended. */
export type Spawn = (answered: () => void, ended: (why: string) => void) => Helper;

interface PageWorker {
  onmessage: () => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}
interface Meta {
  readonly url: string;
}
declare const Worker: new (url: object, options: { readonly type: "module" }) => PageWorker;
declare const URL: new (path: string, base: string) => object;

/** Starts one that takes shares. */
export const spawn: Spawn = (answered, ended) => {
  if (typeof Worker === "undefined") return spawnInNode(file)(answered, ended);
  // Bundlers know a worker of a page by this very form.
  const worker = new Worker(new URL("./worker.js", (import.meta as unknown as Meta).url), { type: "module" });
  worker.onmessage = answered;
  worker.onerror = ({ message }) => ended(message ?? "its file did not load");
  return { tell: (duty) => worker.postMessage(duty), release() {}, end: () => worker.terminate() };
};

const file = "./worker.js";

/** Starts a worker of Node from a file beside this one. */
export const spawnInNode =
  (path: string): Spawn =>
  (answered, ended) => {
    const threads = nodeThreads();
    if (threads === undefined) throw new Error("there are no workers here");
    // Not with what this process was started with: "--input-type" is refused there.
    const worker = new threads.Worker(new URL(path, (import.meta as unknown as Meta).url), { execArgv: [] });
    worker.on("message", answered);
    worker.on("error", (error) => ended((error as Error).message));
    worker.on("exit", () => ended("it left"));
    return {
      tell: (duty) => worker.postMessage(duty),
      release: () => worker.unref(),
      end: () => void worker.terminate(),
    };
  };
