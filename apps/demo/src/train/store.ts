import { signal } from "@preact/signals";
import { sameConfig } from "../lab/same-config.ts";
import { keepInAddress, onAddress } from "../state/location.ts";
import { TrainClient } from "./client.ts";
import { type Config, type DataName, initialConfig, readConfig, writeConfig } from "./config.ts";

/** The run that the screen shows. */
export const config = signal<Config>(initialConfig("moons"));
export const client = new TrainClient();

/** What the address holds beside the config, under names of its own. */
interface AddressPart {
  read(query: URLSearchParams): void;
  write(): URLSearchParams;
}

const parts: AddressPart[] = [];
let query = new URLSearchParams();
let opening: ReturnType<typeof setTimeout> | undefined;

/** Keeps something in the address: it is read now and whenever a person changes the address. */
export function keepPart(part: AddressPart): void {
  parts.push(part);
  part.read(query);
}

/** Writes the address anew: a part has changed. */
export function keepAddress(): void {
  const written = [writeConfig(config.peek()), ...parts.map((part) => part.write())];
  keepInAddress("train", new URLSearchParams(written.flatMap((each) => [...each])));
}

/** Changes settings: the run starts over, and goes on playing if it was. Dragging a slider starts one run, not fifty. */
export function change(settings: Partial<Config>): void {
  config.value = { ...config.peek(), ...settings };
  keepAddress();
  clearTimeout(opening);
  opening = setTimeout(() => client.open(config.peek(), client.playing.peek()), 150);
}

/** Another data set comes with the settings that suit it. */
export function changeData(data: DataName): void {
  client.playing.value = false;
  change({ ...initialConfig(data), points: config.peek().points, path: config.peek().path });
}

/** Starts over with the same settings; also the way out of every failure. */
export function reset(): void {
  if (client.failure.peek()) client.stop();
  client.open(config.peek(), false);
}

onAddress("train", (written) => {
  query = written;
  const [before, next] = [config.peek(), readConfig(written)];
  config.value = next;
  for (const part of parts) part.read(written);
  // Who comes back from another screen finds the run as it was left.
  if (client.running.peek() === null || !sameConfig(before, next)) client.open(next, false);
});
