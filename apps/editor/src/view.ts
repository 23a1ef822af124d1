import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { appearance } from "./appearance.ts";
import { type Mistake, markedIn } from "./mistake.ts";

/** What an editor is for, and whom it tells. */
export interface Purpose {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  onChange(text: string): void;
  /** Ctrl+Enter, on a Mac also Cmd+Enter. */
  onRun(): void;
}

/**
 * An editor for TypeScript. Tab is not taken: it leads on to the next control, as everywhere on the page; a new line
 * indents itself.
 */
export function openEditor({ parent, text, label, onChange, onRun }: Purpose): EditorView {
  const run = () => {
    onRun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run, preventDefault: true },
          { key: "Ctrl-Enter", run, preventDefault: true },
        ]),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        lintGutter(),
        history(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of("  "),
        javascript({ typescript: true }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": label,
          "aria-keyshortcuts": "Control+Enter",
          autocapitalize: "off",
          autocorrect: "off",
          spellcheck: "false",
          tabindex: "0",
        }),
        EditorView.updateListener.of((update) => {
          const isTyped = !update.transactions.some((each) => each.annotation(given));
          if (update.docChanged && isTyped) onChange(update.state.doc.toString());
        }),
        appearance,
      ],
    }),
  });
}

/** Marks a change that the page made: whoever made it need not be told. */
const given = Annotation.define<true>();

/** Makes the editor's text this one, if it is not already. */
export function setText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: given.of(true),
  });
}

/** Underlines mistakes and marks their lines. */
export function setMistakes(view: EditorView, mistakes: readonly Mistake[]): void {
  const marked = markedIn(view.state.doc.toString(), mistakes);
  const diagnostics = marked.map(({ from, to, sentence }) => ({
    from,
    to,
    severity: "error" as const,
    message: sentence,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
