// The record of the audit as Markdown.
import { groups } from "../cases/index.mjs";
import { peers } from "../peers.mjs";
import { toJson } from "./numbers.mjs";

const row = (cells) => `| ${cells.join(" | ")} |`;

/** A number as people read it. */
function shown(x) {
  if (typeof x === "string") return x.replace("Infinity", "∞").replace("-", "−");
  const exponent = Math.abs(x) >= 1e7 || (x !== 0 && Math.abs(x) < 1e-3);
  const short = exponent ? x.toExponential(3).replace(/\.?0+e/, "e") : String(Number(x.toPrecision(7)));
  return short.replace(/^-/, "−");
}

const list = (numbers, of = numbers.length) =>
  `${numbers.slice(0, 6).map(shown).join(", ")}${of > 6 ? ", …" : ""}`;

/** What was found or is asked for: the value, an arrow, the gradients; or the derivatives. */
function answer({ value, grads = [], derivatives, of }) {
  if (derivatives) return list(derivatives);
  return grads.length > 0 ? `${shown(value)} → ${list(grads, of)}` : shown(value);
}

/** What a table's cells point to, told once below it. */
class Notes {
  known = new Map();

  mark(text) {
    if (!this.known.has(text)) this.known.set(text, this.known.size + 1);
    return `[${this.known.get(text)}]`;
  }

  lines() {
    return [...this.known].map(([text, number]) => `[${number}] ${text}  `);
  }
}

const escaped = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

function cell(outcome, notes) {
  if (!outcome) return "not asked";
  const { mark, why, threw, lacks } = outcome;
  if (mark === "lacks") return `– ${notes.mark(escaped(lacks))}`;
  if (mark === "hung") return `no answer in ${outcome.seconds} s`;
  const found = threw === undefined ? answer(outcome) : "";
  if (mark === "right") return threw === undefined ? "✓" : `✓ threw ${notes.mark(escaped(threw))}`;
  if (mark === "threw") return `✗ threw ${notes.mark(escaped(threw))}`;
  return mark === "choice" ? `≈ ${found} ${notes.mark(why)}` : `✗ ${found}`;
}

const present = (record) => peers.filter(({ name }) => record.peers[name]);

function groupTable({ title, cases }, record) {
  const notes = new Notes();
  const columns = present(record);
  const lines = cases.map((audited) =>
    row([
      `<a id="${audited.id}"></a>${escaped(audited.what)}`,
      answer(toJsonDeep(audited)),
      ...columns.map(({ name }) => cell(record.peers[name].outcomes[audited.id], notes)),
    ]),
  );
  return [
    `## ${title}`,
    "",
    row(["case", "right", ...columns.map(({ name }) => name)]),
    row(Array(columns.length + 2).fill("---")),
    ...lines,
    "",
    ...notes.lines(),
  ].join("\n");
}

const toJsonDeep = ({ value, grads, derivatives }) => ({
  value: toJson(value),
  grads: toJson(grads),
  derivatives: toJson(derivatives),
});

const kinds = ["right", "choice", "wrong", "threw", "hung", "lacks"];

/** How often a peer gave what, for the page and for other tables. */
export function counts(record, name) {
  const outcomes = Object.values(record.peers[name].outcomes);
  return Object.fromEntries(kinds.map((kind) => [kind, outcomes.filter(({ mark }) => mark === kind).length]));
}

function summary(record) {
  const versionOf = ({ name, link }) => {
    const { version } = record.peers[name];
    return link ? `[${name}](${link}) ${version}` : `${name} ${version}`;
  };
  return [
    row([
      "library",
      "✓ right",
      "≈ another choice",
      "✗ wrong",
      "✗ threw",
      "no answer in time",
      "– not expressible",
    ]),
    row(["---", ...kinds.map(() => "---:")]),
    ...present(record).map((peer) =>
      row([`${versionOf(peer)}: ${peer.note}`, ...Object.values(counts(record, peer.name))]),
    ),
  ].join("\n");
}

/** The tables: how often each gave what, then every case. */
export const auditTables = (record) =>
  [summary(record), ...groups.map((group) => groupTable(group, record))].join("\n\n");

/** The whole record as a page. */
export const auditPage = (record) => {
  const days = [...new Set(present(record).map(({ name }) => record.peers[name].date.slice(0, 10)))];
  return `# The same gradients, asked of everybody

\`${record.command}\`, ${days.join(", ")}, Node ${record.node}, ${record.system}. [How it is done](../audit/README.md).

${auditTables(record)}
`;
};
