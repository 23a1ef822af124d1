import type { Finding, Report } from "@outgrad/exercises";
import { methodName } from "@outgrad/exercises/catalogue";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { Causes, FindingList, LineButton } from "./finding-line.tsx";
import { causesOf, toDoOf } from "./findings.ts";
import { language, outcome } from "./store.ts";
import { verdictOf } from "./words.ts";

/** What the grader says of the text as it was when it was run. */
export function ResultsPanel() {
  const found = outcome.value;
  return (
    <Panel
      title={
        <>
          What the <Term word="grader">grader</Term> says
        </>
      }
      class="results"
    >
      {!found && (
        <p class="note">
          Nothing yet. Write, and check as often as you like: it says what is right, and of what is wrong the
          cause first.
        </p>
      )}
      {found && !found.ok && (
        <div class="error" data-failure>
          <p>{found.sentence}</p>
        </div>
      )}
      {found?.ok && <ReportView report={found.report} />}
      {found && found.logs.length > 0 && (
        <details class="numbers">
          <summary>Printed, {found.logs.length === 1 ? "one line" : `${found.logs.length} lines`}</summary>
          <pre data-logs>{found.logs.map(({ text }) => text).join("\n")}</pre>
        </details>
      )}
    </Panel>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const { passed, notes } = report;
  const causes = causesOf(report);
  return (
    <>
      <p class={passed ? "headline good" : "headline"} data-verdict={passed ? "passed" : "wrong"}>
        {passed && <span aria-hidden="true">✓ </span>}
        {verdictOf(report)}
      </p>
      <Right report={report} />
      <ToDo findings={toDoOf(report)} />
      {causes.length > 0 && <Causes causes={causes} />}
      {notes.length > 0 && <Notes notes={notes} />}
    </>
  );
}

function Right({ report: { right } }: { readonly report: Report }) {
  if (right.length === 0) return null;
  return (
    <ul class="right" aria-label="What is right">
      {right.map((topic) => (
        <li key={topic}>
          <span class="good" aria-hidden="true">
            ✓
          </span>{" "}
          <code>{methodName(topic, language.value)}</code>
          <span class="sr-only"> is right</span>
        </li>
      ))}
    </ul>
  );
}

function ToDo({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div class="to-do">
      <h3>Still to be written</h3>
      <ul class="right">
        {findings.map((finding) => (
          <li key={finding.op} data-to-do={finding.op}>
            <code>{methodName(finding.op, language.value)}</code> <LineButton finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly Finding[] }) {
  return (
    <section class="notes" aria-label="Notes">
      <h3>Right, and still worth knowing</h3>
      <FindingList findings={notes} />
    </section>
  );
}
