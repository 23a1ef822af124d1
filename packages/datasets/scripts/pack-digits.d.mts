import type { LevelModel } from "../src/level-model.js";

export function pack(rows: Iterable<ArrayLike<number>>, model: LevelModel): Uint8Array;
export function moduleOf(bytes: Uint8Array): string;
