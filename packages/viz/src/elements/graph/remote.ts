/// <reference lib="dom" preserve="true" />
import { type Arranged, arrange, type Wish } from "./arrange.js";
import type { Answer } from "./worker.js";

/**
 * A graph arranged in a worker, which a signal ends. Where a page has no workers, or its policy forbids them, it is
 * arranged here.
 */
export function arrangedElsewhere(
  wish: Wish,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Arranged> {
  return new Promise((resolve, reject) => {
    const worker = newWorker();
    const end = () => worker?.terminate();
    signal.addEventListener("abort", () => {
      end();
      reject(signal.reason);
    });
    const here = () => {
      end();
      if (!signal.aborted) resolve(arrange(wish));
    };
    if (worker === undefined) {
      setTimeout(here);
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.progress !== undefined) progress(data.progress);
      if (data.arranged === undefined && data.error === undefined) return;
      end();
      if (data.arranged) resolve(data.arranged);
      else reject(new Error(data.error));
    };
    worker.onerror = here;
    worker.postMessage(wish);
  });
}

function newWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}
