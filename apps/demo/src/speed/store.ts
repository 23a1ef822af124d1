import { signal } from "@preact/signals";
import { Measuring } from "../measure/measuring.ts";
import { keepInAddress, onAddress } from "../state/location.ts";
import { type Config, readConfig, writeConfig } from "./config.ts";
import type { Race } from "./race.ts";

/** What is raced. */
export const config = signal<Config>(readConfig(new URLSearchParams()));

export const measuring = new Measuring<Config, Race>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "speed" }),
);

/** Another program or size: what was measured is about another one. */
export function change(next: Partial<Config>): void {
  config.value = readConfig(writeConfig({ ...config.peek(), ...next }));
  measuring.clear();
  keepInAddress("speed", writeConfig(config.peek()));
}

onAddress("speed", (query) => {
  const next = readConfig(query);
  const { program, size } = config.peek();
  if (next.program === program && next.size === size) return;
  config.value = next;
  measuring.clear();
});
