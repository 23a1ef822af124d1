import type { Told } from "../measure/measuring.ts";
import type { Config } from "./config.ts";
import { measure, type Report } from "./measure.ts";

self.onmessage = async ({ data: config }: MessageEvent<Config>) => {
  const tell = (told: Told<Report>) => self.postMessage(told);
  try {
    const result = await measure(config, (what, share, found) =>
      tell({ what, share, result: found, done: false }),
    );
    tell({ what: "Done.", share: 1, result, done: true });
  } catch (error) {
    tell({ failure: (error as Error).message });
  }
};
