import "@outgrad/viz/elements";
import type { OgStepper } from "@outgrad/viz/elements";
import { useEffect, useRef } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { isTyping } from "../ui/typing.ts";
import { isNarrow } from "./narrow.ts";
import { pointed } from "./state.ts";
import { StoryBar } from "./story-bar.tsx";
import { order, predict } from "./telling.ts";
import { goTo, position, told } from "./told.ts";
import { TrailNote } from "./trail-note.tsx";

/** The graph at full width with the controls of its story, and what has just happened in it. */
export function StoryPanel() {
  return (
    <Panel title="Graph" class="story">
      <TrailNote />
      <Stepper />
      <StoryBar />
    </Panel>
  );
}

function Stepper() {
  const stepper = useRef<OgStepper>(null);
  useEffect(() => {
    // The keys of the story work wherever the focus is; inside the stepper it hears them itself.
    const forward = (event: KeyboardEvent) => {
      const { current } = stepper;
      if (!current || isTyping(event) || event.composedPath().includes(current)) return;
      if (/^[[\]p]$/i.test(event.key)) current.dispatchEvent(new KeyboardEvent("keydown", event));
    };
    window.addEventListener("keydown", forward);
    return () => window.removeEventListener("keydown", forward);
  }, []);
  return (
    <og-stepper
      ref={stepper}
      story={told.value}
      position={position.value}
      pointed={pointed.value}
      predict={predict.value}
      onog-step={({ detail }) => goTo(detail.position)}
      onog-order={({ detail }) => {
        order.value = detail.order;
      }}
      onog-point={({ detail }) => {
        pointed.value = detail.id;
      }}
    >
      {/* On a phone the tape has its own place; elsewhere the stepper brings one beside the formulas. */}
      {isNarrow.value && <og-graph />}
    </og-stepper>
  );
}
