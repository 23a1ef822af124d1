import "@outgrad/viz/elements";
import type { OgStepper } from "@outgrad/viz/elements";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../ui/live-region.tsx";
import { Panel } from "../ui/panel.tsx";
import { isTyping } from "../ui/typing.ts";
import { cardSentence } from "./card-sentence.ts";
import { isNarrow } from "./narrow.ts";
import { pointed } from "./source.ts";
import { StoryBar } from "./story-bar.tsx";
import { order, predict } from "./telling.ts";
import { goTo, position, told } from "./told.ts";
import { TrailNote } from "./trail-note.tsx";

/** The card that a person opened; null before. */
const opened = signal<number | null>(null);

/** The graph at full width with the controls of its story, and what has just happened in it. */
export function StoryPanel() {
  return (
    <Panel title="Graph" class="story">
      <TrailNote />
      <Stepper />
      <OpenedCard />
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
      onog-open={({ detail }) => {
        opened.value = detail.id;
        announce(cardSentence(told.peek(), position.peek(), detail.id) ?? "");
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

/** What the opened card stands for; it follows the story. */
function OpenedCard() {
  const sentence = opened.value === null ? undefined : cardSentence(told.value, position.value, opened.value);
  return sentence === undefined ? null : (
    <p class="note" data-opened>
      {sentence}
    </p>
  );
}
