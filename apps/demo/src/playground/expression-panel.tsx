import { useId, useState } from "preact/hooks";
import { format } from "../format.ts";
import { CodeDialog } from "../ui/code-dialog.tsx";
import { Panel } from "../ui/panel.tsx";
import { startOf } from "./address.ts";
import { asCode } from "./as-code.ts";
import { Editor } from "./editor.tsx";
import { innermost, type Mark } from "./marks.ts";
import { presets } from "./presets.ts";
import { circuit, mistake, pointed, setText, show, text } from "./state.ts";

/** Where an expression is typed or chosen. */
export function ExpressionPanel() {
  const errorId = useId();
  const [codeOpen, setCodeOpen] = useState(false);
  const wrong = mistake.value;
  const preset = presets.find(({ text: written }) => written === text.value);
  const { result } = circuit.value;
  return (
    <Panel
      title="Expression"
      class="expression"
      tools={
        <button type="button" class="button quiet small" onClick={() => setCodeOpen(true)}>
          Open as code
        </button>
      }
    >
      <Editor
        text={text.value}
        marks={marks()}
        invalid={wrong !== null}
        errorId={errorId}
        onInput={setText}
        onPoint={pointAt}
      />
      <div id={errorId} aria-live="polite">
        {wrong && (
          <div class="error" data-mistake>
            <p>{wrong.sentence}</p>
            <pre aria-hidden="true">{wrong.picture}</pre>
          </div>
        )}
      </div>
      <label class="setting">
        <span class="setting-name">Examples</span>
        <select
          class="select"
          value={preset?.id ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {!preset && <option value="">Your own</option>}
          {presets.map(({ id, name }) => (
            <option key={id} value={id} selected={id === preset?.id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {preset && <p class="note">{preset.lesson}</p>}
      <p class="result">
        Result <strong class={Number.isFinite(result) ? "data" : "bad"}>{format(result, 9)}</strong>
      </p>
      <CodeDialog open={codeOpen} code={() => asCode(circuit.peek())} onClose={() => setCodeOpen(false)} />
    </Panel>
  );
}

function choose(id: string): void {
  const preset = presets.find((each) => each.id === id);
  if (preset) show(startOf(preset));
}

/** Places in the text that come from nodes; a mistake makes the old places meaningless. */
function marks(): Mark[] {
  if (mistake.value) return [{ span: mistake.value.span, kind: "error" }];
  const node = pointed.value === null ? undefined : circuit.value.tape[pointed.value];
  if (!node) return [];
  const span = circuit.value.spans.get(node.id);
  if (span) return [{ span, kind: "active" }];
  return leafSpans(node.label).map((each) => ({ span: each, kind: "active" }));
}

/** Every place where a leaf's name stands. */
function leafSpans(name: string): (readonly [number, number])[] {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu");
  return [...text.value.matchAll(word)].map(({ index }) => [index, index + name.length] as const);
}

function pointAt(index: number | undefined): void {
  if (index === undefined || mistake.peek()) {
    pointed.value = null;
    return;
  }
  const { tape, spans } = circuit.peek();
  const all = tape.flatMap((node, place) => {
    const span = spans.get(node.id);
    return (span ? [span] : leafSpans(node.label)).map((each) => [place, each] as const);
  });
  pointed.value = innermost(all, index) ?? null;
}
