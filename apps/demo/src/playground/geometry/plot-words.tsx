import { useState } from "preact/hooks";

interface PlotWordsProps {
  /** What the picture shows. */
  readonly sentence: string;
  /** Its numbers, asked for when they are opened. */
  table(): string;
  /** Asked to show a part that is a factor wider. */
  onZoom(factor: number): void;
}

/** Below a picture: how much of it is shown, what it says in words, and its numbers. */
export function PlotWords({ sentence, table, onZoom }: PlotWordsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={() => onZoom(0.5)}>
          Closer
        </button>
        <button type="button" class="button" onClick={() => onZoom(2)}>
          Wider
        </button>
        <span class="note">Drag the point, or focus it and use the arrow keys.</span>
      </div>
      <p data-geometry>{sentence}</p>
      <details class="numbers" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Numbers</summary>
        {open && <pre>{table()}</pre>}
      </details>
    </>
  );
}
