import { signal } from "@preact/signals";
import { sameConfig } from "../lab/same-config.ts";
import { keepInAddress, onAddress } from "../state/location.ts";
import { TrainClient } from "./client.ts";
import { type Config, type DataName, initialConfig, readConfig, writeConfig } from "./config.ts";

/** The run that the screen shows. */
export const config = signal<Config>(initialConfig("moons"));
export const client = new TrainClient();

let opening: ReturnType<typeof setTimeout> | undefined;

/** Changes settings: the run starts over, and goes on playing if it was. Dragging a slider starts one run, not fifty. */
export function change(settings: Partial<Config>): void {
  config.value = { ...config.peek(), ...settings };
  keepInAddress("train", writeConfig(config.peek()));
  clearTimeout(opening);
  opening = setTimeout(() => client.open(config.peek(), client.playing.peek()), 150);
}

/** Another data set comes with the settings that suit it. */
export function changeData(data: DataName): void {
  client.playing.value = false;
  change({ ...initialConfig(data), path: config.peek().path });
}

/** Starts over with the same settings; also the way out of every failure. */
export function reset(): void {
  if (client.failure.peek()) client.stop();
  client.open(config.peek(), false);
}

onAddress("train", (query) => {
  const [before, next] = [config.peek(), readConfig(query)];
  config.value = next;
  // Who comes back from another screen finds the run as it was left.
  if (client.running.peek() === null || !sameConfig(before, next)) client.open(next, false);
});
