import { signal } from "@preact/signals";

/** The line that the editor is asked to go to; another object each time. */
export const goTo = signal<{ readonly line: number } | null>(null);

export function goToLine(line: number): void {
  goTo.value = { line };
}
