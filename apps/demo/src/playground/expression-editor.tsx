import { useId } from "preact/hooks";
import { Editor } from "./editor.tsx";
import { innermost, type Mark } from "./marks.ts";
import { circuit, mistake, pointed, setText, text } from "./source.ts";

/** Where an expression is typed. */
export function ExpressionEditor() {
  const errorId = useId();
  const wrong = mistake.value;
  return (
    <>
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
    </>
  );
}

/** Places in the text that come from nodes; a mistake makes the old places meaningless. */
function marks(): Mark[] {
  if (mistake.value) return [{ span: mistake.value.span, kind: "error" }];
  const node = pointed.value === null ? undefined : circuit.value.graph.nodes[pointed.value];
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
  const all = tape.flatMap(({ id, label }) => {
    const span = spans.get(id);
    return (span ? [span] : leafSpans(label)).map((each) => [id, each] as const);
  });
  pointed.value = innermost(all, index) ?? null;
}
