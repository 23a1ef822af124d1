import { useRef } from "preact/hooks";
import { indexAt, type Mark, pieces } from "./marks.ts";

interface EditorProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly invalid: boolean;
  /** The id of the element that explains a mistake. */
  readonly errorId: string;
  onInput(text: string): void;
  /** The pointer or the caret is at this character, or nowhere. */
  onPoint(index: number | undefined): void;
}

/** A text field whose marks are drawn behind it: the textarea keeps everything that people expect of a text field. */
export function Editor({ text, marks, invalid, errorId, onInput, onPoint }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLPreElement>(null);
  const follow = () => {
    if (!area.current || !back.current) return;
    back.current.scrollTop = area.current.scrollTop;
    back.current.scrollLeft = area.current.scrollLeft;
  };
  const lines = text.split("\n").length;
  return (
    <div class="editor">
      <pre ref={back} class="editor-back" aria-hidden="true">
        {pieces(text, marks).map((piece, i) => (
          <span key={i} class={piece.kinds.join(" ")}>
            {piece.text}
          </span>
        ))}
        {"\n"}
      </pre>
      <textarea
        ref={area}
        class="editor-text"
        aria-label="Expression"
        aria-invalid={invalid}
        aria-describedby={invalid ? errorId : undefined}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        rows={Math.min(10, Math.max(3, lines))}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
        onScroll={follow}
        onKeyUp={(event) => onPoint(event.currentTarget.selectionStart)}
        onMouseMove={(event) => onPoint(characterUnder(event, event.currentTarget, text))}
        onMouseLeave={() => onPoint(undefined)}
        onBlur={() => onPoint(undefined)}
      />
    </div>
  );
}

/** The index of the character under the pointer; the font is monospaced, so the place tells it. */
function characterUnder(event: MouseEvent, area: HTMLTextAreaElement, text: string): number | undefined {
  const style = getComputedStyle(area);
  const box = area.getBoundingClientRect();
  const x = event.clientX - box.left - Number.parseFloat(style.paddingLeft) + area.scrollLeft;
  const y = event.clientY - box.top - Number.parseFloat(style.paddingTop) + area.scrollTop;
  const line = Math.floor(y / Number.parseFloat(style.lineHeight));
  return indexAt(text, line, Math.floor(x / characterWidth(`${style.fontSize} ${style.fontFamily}`)));
}

const widths = new Map<string, number>();

function characterWidth(font: string): number {
  const known = widths.get(font);
  if (known !== undefined) return known;
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return 8;
  context.font = font;
  const width = context.measureText("0").width;
  widths.set(font, width);
  return width;
}
