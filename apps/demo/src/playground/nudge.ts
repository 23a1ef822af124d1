import { computed, signal } from "@preact/signals";
import { usualExponent } from "./address.ts";

/** The exponent of the nudge: h = 10 ** exponent. */
export const nudgeExponent = signal(usualExponent);
/** The nudge h. */
export const nudge = computed(() => Number(`1e${nudgeExponent.value}`));
