import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
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
import { type CodeLanguage, grammar, loadGrammar } from "./grammar.ts";
import { type Mistake, markedIn } from "./mistake.ts";

/** What an editor is for, and whom it tells. */
export interface Purpose {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** "typescript" if absent. */
  readonly language?: CodeLanguage;
  onChange(text: string): void;
  /** Ctrl+Enter, on a Mac also Cmd+Enter. */
  onRun(): void;
}

/**
 * An editor for code. Tab is not taken: it leads on to the next control, as everywhere on the page; a new line
 * indents itself.
 */
export function openEditor(purpose: Purpose): EditorView {
  const { parent, text, label, language = "typescript", onChange, onRun } = purpose;
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
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
        grammar(language),
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
  loadGrammar(view, language);
  return view;
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
  const diagnostics = marked.map(({ from, to, sentence, isNote }) => ({
    from,
    to,
    severity: isNote ? ("info" as const) : ("error" as const),
    message: sentence,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Puts the cursor on a line, at its first letter, and the focus into the editor. */
export function goToLine(view: EditorView, line: number): void {
  const { from, text } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const anchor = from + Math.max(0, text.search(/\S/));
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  view.focus();
}
