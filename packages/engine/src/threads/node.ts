/** A worker of Node. */
export interface NodeWorker {
  on(event: "message" | "error" | "exit", listener: (detail: unknown) => void): void;
  postMessage(message: unknown): void;
  terminate(): unknown;
  unref(): void;
}

interface NodeThreads {
  readonly Worker: new (url: object, options: { readonly execArgv: readonly string[] }) => NodeWorker;
  readonly parentPort: object | null;
}

interface Process {
  getBuiltinModule?(name: "node:worker_threads"): NodeThreads | undefined;
}

/** Node's module of threads; undefined elsewhere. It is asked for without an import, so bundlers of pages see none. */
export const nodeThreads = (): NodeThreads | undefined =>
  (globalThis as { process?: Process }).process?.getBuiltinModule?.("node:worker_threads");
