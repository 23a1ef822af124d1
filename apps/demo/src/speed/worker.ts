import type { Told } from "../measure/measuring.ts";
import type { Config } from "./config.ts";
import { prepare } from "./paths.ts";
import { programs } from "./programs.ts";
import { type Race, race } from "./race.ts";

self.onmessage = ({ data: { program, size } }: MessageEvent<Config>) => {
  const tell = (told: Told<Race>) => self.postMessage(told);
  try {
    const made = programs[program].make(size);
    for (const at of race(
      (path) => prepare(path, made),
      () => performance.now(),
    )) {
      tell({ what: at.what, share: at.share, result: at, done: at.share === 1 });
    }
  } catch (error) {
    tell({ failure: (error as Error).message });
  }
};
