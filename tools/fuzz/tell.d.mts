import type { Failure, Found } from "./fuzz.mjs";

export function lineOf(found: Found): string;
export function replayOf(failure: Failure, seed: number): string;
