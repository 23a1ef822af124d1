import type { OgGraph, OgStepper, OgTape } from "@outgrad/viz/elements";
import type { HTMLAttributes } from "preact";

interface PointEvents {
  /** A person points at a value, or no longer. */
  "onog-point"?(event: CustomEvent<{ readonly id: number | null }>): void;
}

/** What a page may set on an element of viz: Preact sets properties, and listens to events by their names. */
type Props<E extends HTMLElement, Names extends keyof E> = HTMLAttributes<E> &
  PointEvents &
  Partial<Pick<E, Names>>;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "og-graph": Props<
        OgGraph,
        "story" | "graph" | "position" | "order" | "passes" | "pointed" | "group" | "direction"
      > & {
        /** Enter or a double click on a card. */
        "onog-open"?(event: CustomEvent<{ readonly id: number }>): void;
      };
      "og-tape": Props<OgTape, "story" | "graph" | "position" | "order" | "passes" | "pointed">;
      "og-stepper": Props<
        OgStepper,
        "story" | "graph" | "position" | "order" | "passes" | "pointed" | "predict"
      > & {
        /** Enter or a double click on a card. */
        "onog-open"?(event: CustomEvent<{ readonly id: number }>): void;
        "onog-step"?(event: CustomEvent<{ readonly position: number }>): void;
        "onog-order"?(event: CustomEvent<{ readonly order: "topological" | "recursive" }>): void;
      };
    }
  }
}
