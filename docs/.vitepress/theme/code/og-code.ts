import type { EditorView } from "@outgrad/editor";
import type { Failure, RunResult, Sandbox } from "@outgrad/sandbox";
import { make } from "./make.ts";
import { outcomeParts, outcomeWords } from "./outcome.ts";

let sandbox: Promise<Sandbox> | undefined;

/** The one sandbox of the site, loaded when something is run for the first time. */
function openedSandbox(): Promise<Sandbox> {
  sandbox ??= import("@outgrad/sandbox").then(({ openSandbox }) =>
    openSandbox({ src: `${import.meta.env.BASE_URL}sandbox.html` }),
  );
  return sandbox;
}

/**
 * `<og-code>`: a block of TypeScript, with what it printed when the page was written, that a reader can run and change.
 * Each run starts from the first line, in a sandbox; nothing is kept from the run before or from another block.
 * Attribute `seconds`: how long it may run. Ctrl+Enter runs it.
 */
export class OgCode extends HTMLElement {
  private readonly runButton = make(
    "button",
    { type: "button", "aria-keyshortcuts": "Control+Enter" },
    "Run",
  );
  private readonly editButton = make("button", { type: "button" }, "Edit");
  private readonly resetButton = make("button", { type: "button", hidden: "" }, "Reset");
  private readonly status = make("span", { class: "og-status", role: "status" });
  private readonly outcome = make("div", { class: "og-outcome", hidden: "" });
  private readonly field = make("div", { class: "og-field", hidden: "" });
  private code: HTMLElement | null = null;
  private recorded: HTMLElement | null = null;
  private source = "";
  private editor: { view: EditorView; module: typeof import("@outgrad/editor") } | undefined;
  private running: AbortController | undefined;

  connectedCallback(): void {
    if (this.code) return;
    this.code = this.querySelector<HTMLElement>("div.language-ts");
    this.recorded = this.querySelector<HTMLElement>("div.language-text");
    if (!this.code) return;
    this.source = sourceOf(this.code);
    this.runButton.addEventListener("click", () => (this.running ? this.running.abort() : this.run()));
    this.editButton.addEventListener("click", () => this.edit());
    this.resetButton.addEventListener("click", () => this.reset());
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      this.run();
    });
    const bar = make(
      "div",
      { class: "og-bar" },
      this.runButton,
      this.editButton,
      this.resetButton,
      this.status,
    );
    this.code.after(this.field, bar, this.outcome);
  }

  disconnectedCallback(): void {
    this.running?.abort();
  }

  private get text(): string {
    return this.editor?.view.state.doc.toString() ?? this.source;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    const running = new AbortController();
    this.running = running;
    this.runButton.textContent = "Stop";
    this.status.textContent = "Running…";
    const outcome = await runIt(this.text, Number(this.getAttribute("seconds") ?? 2), running.signal);
    this.running = undefined;
    this.runButton.textContent = "Run";
    if (this.isConnected) this.show(outcome);
  }

  private show(outcome: Failure | RunResult): void {
    this.status.textContent = outcomeWords(outcome);
    this.outcome.replaceChildren(...outcomeParts(outcome));
    this.outcome.hidden = this.outcome.childElementCount === 0;
    this.resetButton.hidden = false;
    if (this.recorded) this.recorded.hidden = true;
    const mistakes = !outcome.ok && outcome.line !== undefined ? [outcome] : [];
    this.editor?.module.setMistakes(this.editor.view, mistakes);
  }

  private async edit(): Promise<void> {
    this.editButton.disabled = true;
    this.status.textContent = "Loading the editor…";
    try {
      const module = await import("@outgrad/editor");
      if (!this.editButton.disabled) return;
      const view = module.openEditor({
        parent: this.field,
        text: this.source,
        label: `Code: ${headingOf(this)}`,
        onChange: () => {},
        onRun: () => this.run(),
      });
      this.editor = { view, module };
      this.field.hidden = false;
      if (this.code) this.code.hidden = true;
      this.editButton.hidden = true;
      this.resetButton.hidden = false;
      this.status.textContent = "Ctrl+Enter runs it.";
      view.focus();
    } catch {
      this.status.textContent = "The editor could not be loaded. Is the page still connected?";
    }
    this.editButton.disabled = false;
  }

  /** Everything as the page was written. */
  private reset(): void {
    this.running?.abort();
    this.editor?.view.destroy();
    this.editor = undefined;
    this.field.hidden = true;
    this.outcome.replaceChildren();
    this.outcome.hidden = true;
    this.editButton.hidden = false;
    this.runButton.focus();
    this.resetButton.hidden = true;
    this.status.textContent = "";
    for (const block of [this.code, this.recorded]) if (block) block.hidden = false;
  }
}

async function runIt(code: string, seconds: number, signal: AbortSignal): Promise<Failure | RunResult> {
  try {
    return await (await openedSandbox()).run(code, { seconds, signal });
  } catch {
    return { ok: false, sentence: "The sandbox could not be loaded. Is the page still connected?", logs: [] };
  }
}

/** The text of a block, without what pops up over it. */
function sourceOf(block: HTMLElement): string {
  const copy = block.querySelector("pre")?.cloneNode(true) as HTMLElement;
  for (const popup of copy.querySelectorAll(".vp-copy-ignore")) popup.remove();
  return copy.textContent?.replace(/\n?$/, "\n") ?? "";
}

/** The heading that a block stands under. */
function headingOf(block: HTMLElement): string {
  const headings = [...document.querySelectorAll(".vp-doc :is(h1, h2, h3)")];
  const above = headings.filter(
    (heading) => heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above.at(-1)?.firstChild?.textContent?.trim() ?? document.title;
}
