import { computed, effect, signal } from "@preact/signals";
import { integer, oneOf, readFields, text, type ValuesOf, writeFields } from "../state/fields.ts";
import type { Place } from "./inside.ts";
import { client, config, keepAddress, keepPart } from "./store.ts";
import { makeTask } from "./task.ts";

/** Which numbers the network shows: outputs and weights, or what flows back. */
export const flows = ["forward", "backward"] as const;
export const chartNames = ["norms", "weights", "gradients", "activations", "rate"] as const;

const fields = {
  sample: integer(0, 0, 9999),
  at: text("loss", 12),
  /** Where the story of the graph stands; -1 at its end. */
  moment: integer(-1, -1, 99_999),
  flow: oneOf(flows, "forward"),
  shown: oneOf(["train", "test"], "train"),
  chart: oneOf(chartNames, "norms"),
};
type Looking = ValuesOf<typeof fields>;

/** How the screen looks at the run; it does not change the run. */
export const looking = signal<Looking>(readFields(fields, new URLSearchParams()));

/** Looks otherwise from now on. */
export function look(next: Partial<Looking>): void {
  looking.value = { ...looking.peek(), ...next };
  keepAddress();
}

keepPart({
  read(query) {
    looking.value = readFields(fields, query);
  },
  write: () => writeFields(fields, looking.peek()),
});

/** A neuron as its parameters name it. */
export const nameOf = ({ layer, neuron }: Exclude<Place, "loss">): string => `l${layer}.n${neuron}`;

/** Looks at another place. */
export const lookAt = (place: Place): void => look({ at: place === "loss" ? place : nameOf(place) });

/** The place that is looked at; the loss where the network has no such neuron. */
export const place = computed<Place>(() => {
  const [, layer, neuron] = /^l(\d+)\.n(\d+)$/.exec(looking.value.at)?.map(Number) ?? [];
  return layer === undefined || neuron === undefined ? "loss" : { layer, neuron };
});

/** The samples of the run in front, which are made from the same seed as in the worker. */
export const task = computed(() => makeTask(config.value));

/** The sample that is looked at: another data set may have fewer. */
export const sample = computed(() => Math.min(looking.value.sample, task.value.inputs.length - 1));

effect(() => client.look({ sample: sample.value, place: place.value }));
