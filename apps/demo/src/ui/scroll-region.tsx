import type { ComponentChildren } from "preact";

interface ScrollRegionProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Something wide that scrolls by itself, by keyboard too. */
export function ScrollRegion({ label, class: name = "", children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class={`scroll-x ${name}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
