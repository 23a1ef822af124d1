import { type OpName, opOf, toText } from "@outgrad/ops";
import { CodeEditor } from "../editor/code-editor.tsx";
import { OpenAsCode } from "../ui/open-as-code.tsx";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { asCode } from "./as-code.ts";
import { longestCode } from "./config.ts";
import { type ExampleName, examples } from "./examples.ts";
import { opNames } from "./op-code.ts";
import { check, checkNow, config, failure, report, running, subject, take } from "./store.ts";

/** What is checked: an op of the table, or a function that a person writes. */
export function SubjectPanel() {
  const { kind } = config.value;
  return (
    <Panel
      title="The function"
      class="check-subject"
      tools={<OpenAsCode code={written} disabled={!report.value} />}
    >
      <Segmented
        label="What is checked"
        options={[
          ["code", "Yours"],
          ["op", "An op"],
        ]}
        value={kind}
        onChange={(next) => take({ kind: next })}
      />
      {kind === "op" ? <ChosenOp /> : <Written />}
      <Mistake />
    </Panel>
  );
}

function ChosenOp() {
  const { op } = config.value;
  const { doc, args, formula, partialFormulas, kinks } = opOf(op);
  return (
    <>
      <Select
        label="Op of the table"
        options={opNames.map((name) => [name, name] as const)}
        value={op}
        onChange={(next: OpName) => take({ op: next })}
      />
      <p class="note">{doc}</p>
      <dl class="op-facts">
        <dt>y</dt>
        <dd>{toText(formula)}</dd>
        {partialFormulas.map((partial, i) => (
          <>
            <dt key={args[i]}>∂y/∂{args[i]}</dt>
            <dd>{toText(partial)}</dd>
          </>
        ))}
        {kinks.length > 0 && (
          <>
            <dt>kink</dt>
            <dd>{kinks.map((kink) => `${toText(kink)} = 0`).join(", ")}</dd>
          </>
        )}
      </dl>
      <button type="button" class="button" onClick={() => take({ kind: "code", code: subject.peek() })}>
        Edit as code
      </button>
    </>
  );
}

function Written() {
  const { code } = config.value;
  const chosen = Object.entries(examples).find(([, example]) => example.code === code)?.[0] ?? "";
  const names = Object.entries(examples).map(([id, { name }]) => [id, name] as const);
  return (
    <>
      <Select
        label="Example"
        options={chosen === "" ? [["", "(changed)"], ...names] : names}
        value={chosen}
        onChange={(id) => id !== "" && take({ code: examples[id as ExampleName].code })}
      />
      <CodeEditor
        label="A function f in TypeScript, and its gradient"
        value={code}
        mistakes={failure.value?.line ? [failure.value] : []}
        onChange={(next) => check({ code: next })}
        onRun={checkNow}
      />
      <div class="row">
        <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={checkNow}>
          Check
        </button>
        <span class="note">
          {running.value
            ? "Checking…"
            : "Ctrl+Enter checks too. The code runs in a sandbox, for 2 seconds at most."}
          {code.length > longestCode && " It is too long for the address: a copied link will not have it."}
        </span>
      </div>
    </>
  );
}

function Mistake() {
  const found = failure.value;
  return (
    <div aria-live="polite">
      {found && (
        <div class="error" data-failure>
          <p>
            {found.line !== undefined && <strong>Line {found.line}: </strong>}
            {found.sentence}
          </p>
        </div>
      )}
    </div>
  );
}

function written(): string {
  const inputs = report.peek()?.inputs ?? [];
  const [names, x] = [inputs.map(({ name }) => name), inputs.map((input) => input.x)];
  const [hasOwn, hasEngine] = [inputs.some(({ own }) => own), inputs.some(({ engine }) => engine)];
  return asCode(subject.peek(), { names, x, hasOwn, hasEngine });
}
