import type { Finding } from "@outgrad/exercises";
import { helpOf, sentenceOf, titleOf } from "@outgrad/exercises/catalogue";
import { FindingHints } from "./finding-hints.tsx";
import type { Cause } from "./findings.ts";
import { goToLine } from "./go-to.ts";
import { language } from "./store.ts";
import { Inline } from "./text/markdown.tsx";

/** What is wrong, cause by cause; what follows from one is folded under it. */
export function Causes({ causes }: { readonly causes: readonly Cause[] }) {
  return (
    <ol class="causes" aria-label="What is wrong">
      {causes.map(({ finding, consequences }) => (
        <li key={`${finding.code} ${finding.op} ${finding.line}`} data-code={finding.code}>
          <FindingLine finding={finding} isWrong />
          <FindingHints finding={finding} />
          {consequences.length > 0 && (
            <details class="numbers">
              <summary>
                {consequences.length === 1 ? "One thing follows" : `${consequences.length} things follow`}{" "}
                from this
              </summary>
              <FindingList findings={consequences} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Findings below each other, each with its sentence. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((each) => (
        <li key={`${each.code} ${each.op}`}>
          <FindingLine finding={each} />
        </li>
      ))}
    </ul>
  );
}

interface FindingLineProps {
  readonly finding: Finding;
  readonly isWrong?: boolean;
}

/** One finding: what it is, its sentence, its line and the page that explains it. */
function FindingLine({ finding, isWrong = false }: FindingLineProps) {
  const title = titleOf(finding);
  const help = helpOf(finding);
  return (
    <div class="finding">
      {title && (
        <h3 class={isWrong ? "bad" : ""}>
          {isWrong && <span aria-hidden="true">✗ </span>}
          {title}
        </h3>
      )}
      <p>
        <Inline text={sentenceOf(finding, language.value)} />
      </p>
      <div class="row">
        <LineButton finding={finding} />
        {help !== undefined && (
          <a class="small-link" href={`./docs/${help}`}>
            Why?<span class="sr-only"> {title}</span>
          </a>
        )}
      </div>
    </div>
  );
}

/** Puts the cursor where a finding is. */
export function LineButton({ finding: { line } }: { readonly finding: Finding }) {
  if (line === undefined) return null;
  return (
    <button type="button" class="small-link" onClick={() => goToLine(line)}>
      Line {line}
    </button>
  );
}
