import { signal } from "@preact/signals";
import type { Order } from "./address.ts";

/** The order in which a person wants the nodes to pass their gradients on. */
export const order = signal<Order>("topological");
/** Whether numbers are asked for before they are shown. */
export const predict = signal(false);
/** Where in the story the screen is; Infinity is its end, however long it becomes. */
export const wanted = signal(Number.POSITIVE_INFINITY);
