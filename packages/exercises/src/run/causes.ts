import { type Numbers, near } from "./numbers.js";

/** What one mistake would have given. */
export interface Suspect {
  readonly code: string;
  readonly gives: Numbers;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The first of the mistakes that would have given what was seen. */
export function causeOf(
  seen: Numbers,
  suspects: readonly Suspect[],
  tolerance?: number,
): Suspect | undefined {
  return suspects.find(({ gives }) => near(seen, gives, tolerance));
}
