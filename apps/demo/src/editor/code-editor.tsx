import type { CodeLanguage, EditorView, Mistake } from "@outgrad/editor";
import { useEffect, useRef, useState } from "preact/hooks";
import "../styles/code-editor.css";

interface CodeEditorProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly value: string;
  /** "typescript" if absent. */
  readonly language?: CodeLanguage;
  /** A line to put the cursor on, each time that it is another object. */
  readonly goTo?: { readonly line: number } | null;
  /** What is underlined. Say it in words beside the editor too. */
  readonly mistakes?: readonly Mistake[];
  onChange(value: string): void;
  /** Ctrl+Enter. */
  onRun?(): void;
}

type Code = typeof import("@outgrad/editor");

const none: readonly Mistake[] = [];

/**
 * A field for code: colours, line numbers, marks at mistakes. Its code is fetched when the first one is shown;
 * until then, and where that fails, it is a plain field with the same text.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, value, language = "typescript", goTo = null, mistakes = none } = props;
  const latest = useRef(props);
  latest.current = props;
  const box = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  // What was typed and has not come back as a value yet: an echo of it must not overwrite what was typed since.
  const told = useRef(new Set<string>());
  const [open, setOpen] = useState<{ readonly code: Code; readonly view: EditorView } | null>(null);

  useEffect(() => {
    let view: EditorView | undefined;
    let isGone = false;
    import("@outgrad/editor").then(
      (code) => {
        const parent = box.current;
        if (isGone || !parent) return;
        const { activeElement } = document;
        view = code.openEditor({
          parent,
          text: latest.current.value,
          label,
          language,
          onChange(text) {
            told.current.add(text);
            latest.current.onChange(text);
          },
          onRun: () => latest.current.onRun?.(),
        });
        if (plain.current && activeElement === plain.current) {
          view.dispatch({ selection: { anchor: plain.current.selectionStart } });
          view.focus();
        }
        setOpen({ code, view });
      },
      () => {},
    );
    return () => {
      isGone = true;
      view?.destroy();
    };
  }, [label, language]);
  useEffect(() => {
    if (!open) return;
    const isEcho = told.current.has(value) && value !== open.view.state.doc.toString();
    if (isEcho) return;
    told.current.clear();
    open.code.setText(open.view, value);
  }, [open, value]);
  useEffect(() => open?.code.setMistakes(open.view, mistakes), [open, mistakes]);
  useEffect(() => {
    if (open && goTo) open.code.goToLine(open.view, goTo.line);
  }, [open, goTo]);

  return (
    <div class="code-editor" ref={box} data-editor={open ? "ready" : "plain"}>
      {!open && (
        <textarea
          ref={plain}
          aria-label={label}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          value={value}
          rows={Math.min(24, value.split("\n").length + 1)}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            props.onRun?.();
          }}
        />
      )}
    </div>
  );
}
