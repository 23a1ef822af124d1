import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { glossary, type Word } from "./glossary.ts";

interface OpenTip {
  readonly word: Word;
  readonly left: number;
  readonly top: number;
}

const tip = signal<OpenTip | null>(null);
const margin = 12;
const widest = 340;

/** A dotted word: hover, focus or touch explains it, Escape puts the explanation away. */
export function Term({ word, children }: { readonly word: Word; readonly children: ComponentChildren }) {
  const show = (event: Event) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const left = Math.max(margin, Math.min(box.left, window.innerWidth - widest - margin));
    tip.value = { word, left, top: box.bottom + 6 };
  };
  const hide = () => {
    tip.value = null;
  };
  return (
    <button
      type="button"
      class="term"
      aria-describedby={tip.value?.word === word ? "tip" : undefined}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={show}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children}
    </button>
  );
}

/** The explanation of the open term; one for the page. */
export function GlossaryTip() {
  const open = tip.value;
  if (!open) return null;
  return (
    <div id="tip" role="tooltip" class="tip" style={{ left: `${open.left}px`, top: `${open.top}px` }}>
      {glossary[open.word]}
    </div>
  );
}
