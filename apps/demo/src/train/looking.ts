import { computed, effect, signal } from "@preact/signals";
import type { Place } from "./inside.ts";
import { client, config } from "./store.ts";
import { makeTask } from "./task.ts";

/** The place that is looked at. */
export const place = signal<Place>("loss");

/** The sample of the plane that is looked at, by its index in the task. */
export const point = signal(0);

/** The samples of the run in front, which are made from the same seed as in the worker. */
export const task = computed(() => makeTask(config.value));

/** The sample that is looked at: another data set may have fewer. */
export const sample = computed(() => Math.min(point.value, task.value.inputs.length - 1));

effect(() => client.look({ sample: sample.value, place: place.value }));
