import type { Drawing } from "@outgrad/viz";
import { useRef, useState } from "preact/hooks";
import { useWidth } from "./width.ts";

interface PictureProps {
  readonly class?: string;
  /** Draws for the room that there is, in pixels; null while there is nothing to draw. */
  draw(width: number): Drawing | null;
}

/** A drawing of viz, which escapes what people wrote, as wide as its place. It says in words what it shows. */
export function Picture({ class: name = "", draw }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const drawing = width > 0 ? draw(width) : null;
  return (
    <div ref={box} class={`picture og-page ${name}`}>
      {drawing && <div dangerouslySetInnerHTML={{ __html: withoutStyle(drawing.svg()) }} />}
    </div>
  );
}

const styles = new Set<string>();

/**
 * A drawing without its style sheet, which the page has once: a sheet that comes anew with every picture of a training
 * would make the browser look at the style of the whole page each time.
 */
function withoutStyle(svg: string): string {
  return svg.replace(/<style>([^<]*)<\/style>/, (_, style: string) => {
    if (!styles.has(style)) {
      styles.add(style);
      document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
    }
    return "";
  });
}

/** The numbers of a drawing, for those who want or need them. */
export function Numbers({ drawing }: { readonly drawing: Drawing }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Numbers</summary>
      {open && <pre>{drawing.table()}</pre>}
    </details>
  );
}
