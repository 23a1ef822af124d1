import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Keeps in a signal whether an element is on the screen, or less than half a screen from it. */
export function useOnScreen(ref: RefObject<HTMLElement | null>, seen: Signal<boolean>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const note = ([entry]: readonly IntersectionObserverEntry[]) => {
      seen.value = entry?.isIntersecting ?? true;
    };
    const observer = new IntersectionObserver(note, { rootMargin: "50%" });
    observer.observe(element);
    return () => {
      observer.disconnect();
      seen.value = true;
    };
  }, [ref, seen]);
}
