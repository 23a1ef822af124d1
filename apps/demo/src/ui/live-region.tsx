import { signal } from "@preact/signals";

const message = signal("");

/** Says a sentence to people who listen to the page; the newest one wins. */
export function announce(sentence: string): void {
  message.value = sentence;
}

/** The page's one polite live region. */
export function LiveRegion() {
  return (
    <p class="sr-only" role="status" aria-live="polite">
      {message}
    </p>
  );
}
