import type { OgGraph, OgStepper, OgTape } from "@outgrad/viz/elements";
import type { HTMLAttributes } from "preact";

interface PointEvents {
  /** A person points at a value, or no longer. */
  "onog-point"?(event: CustomEvent<{ readonly id: number | null }>): void;
}

interface OpenEvents {
  /** Enter or a double click on a card. */
  "onog-open"?(event: CustomEvent<{ readonly id: number }>): void;
}

/** What every element is told. */
type Told = "story" | "graph" | "position" | "order" | "passes" | "pointed";

/** What a page may set on an element of viz: Preact sets properties, and listens to events by their names. */
type Props<E extends HTMLElement, Names extends keyof E> = HTMLAttributes<E> &
  PointEvents &
  Partial<Pick<E, Names>>;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "og-graph": Props<OgGraph, Told | "group" | "direction" | "marked"> & OpenEvents;
      "og-tape": Props<OgTape, Told>;
      "og-stepper": Props<OgStepper, Told | "predict"> &
        OpenEvents & {
          "onog-step"?(event: CustomEvent<{ readonly position: number }>): void;
          "onog-order"?(event: CustomEvent<{ readonly order: "topological" | "recursive" }>): void;
        };
    }
  }
}
