import { signal } from "@preact/signals";
import { Measuring } from "../measure/measuring.ts";
import { keepInAddress, onAddress } from "../state/location.ts";
import { type Config, readConfig, writeConfig } from "./config.ts";
import type { Report } from "./measure.ts";

/** What is measured. */
export const config = signal<Config>(readConfig(new URLSearchParams()));

export const measuring = new Measuring<Config, Report>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "gpu" }),
);

/** Another kernel or way: what was measured is about another one. */
export function change(next: Partial<Config>): void {
  config.value = { ...config.peek(), ...next };
  measuring.clear();
  keepInAddress("gpu", writeConfig(config.peek()));
}

onAddress("gpu", (query) => {
  const next = readConfig(query);
  const { kernel, prefer } = config.peek();
  if (next.kernel === kernel && next.prefer === prefer) return;
  config.value = next;
  measuring.clear();
});
