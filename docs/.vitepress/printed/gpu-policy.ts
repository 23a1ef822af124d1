import { gpuPolicy } from "@outgrad/ops/gpu";
import { escapeHtml } from "../fences/html.ts";

/** What a GPU keeps of the CPU's answers: the rules, the ops that differ beyond them, and how exact functions are. */
export function gpuPolicyPage(): string {
  const { rules, ops, functions } = gpuPolicy;
  const list = rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join("");
  const differs = Object.entries(ops).map(([name, what]) =>
    row(`<a href="../ops#${name}">${name}</a>`, escapeHtml(what ?? "")),
  );
  const exact = Object.entries(functions).map(([name, error]) =>
    row(name, error === 0 ? "exact" : error.toExponential()),
  );
  return (
    `<ul v-pre>${list}</ul>` +
    table(["op", "beyond that"], differs) +
    `<details><summary>How exact each function is</summary>${table(["function", "relative error, at most"], exact)}</details>\n`
  );
}

const row = (name: string, what: string): string => `<tr><th scope="row">${name}</th><td>${what}</td></tr>`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  `<table v-pre><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>` +
  `<tbody>${rows.join("")}</tbody></table>`;
