import { client } from "../store.ts";

let wanted: number | null = null;
let isSeeking = false;

/** Lets the run stand at an update: of all that are wished while one is sought, only the last one is sought then. */
export async function seek(step: number): Promise<void> {
  wanted = step;
  if (isSeeking) return;
  isSeeking = true;
  while (wanted !== null) {
    const next: number = wanted;
    wanted = null;
    await client.seek(next);
  }
  isSeeking = false;
}
