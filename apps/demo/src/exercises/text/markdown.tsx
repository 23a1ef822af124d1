import type { ComponentChildren } from "preact";
import { mathml } from "./mathml.ts";
import "../../styles/prose.css";

/** A text of the track: paragraphs, lists, tables, code and formulas. It is ours: nothing that people wrote comes here. */
export function Markdown({ text }: { readonly text: string }) {
  return <div class="prose">{blocksOf(text).map(block)}</div>;
}

/** A sentence with code between backticks; the rest of it is plain text, whoever wrote it. */
export function Inline({ text }: { readonly text: string }) {
  return <>{text.split(/`([^`]+)`/).map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))}</>;
}

/** Code between fences, or lines without an empty one. */
function blocksOf(text: string): string[] {
  return text
    .split(/(^```[\s\S]*?^```)/m)
    .flatMap((part) => (part.startsWith("```") ? [part] : part.split(/\n{2,}/)))
    .map((part) => part.replace(/^\n+|\n+$/g, ""))
    .filter((part) => part.trim() !== "");
}

const bullet = /^[-*] /;
const numbered = /^\d+\. /;

function block(source: string, key: number) {
  if (source.startsWith("```")) return <pre key={key}>{source.replace(/^```.*\n|\n?```$/g, "")}</pre>;
  if (/^\$\$[\s\S]*\$\$$/.test(source)) return <Formula key={key} tex={source.slice(2, -2)} isBlock />;
  const lines = source.split("\n");
  if (lines[0]?.startsWith("|")) return <Table key={key} lines={lines} />;
  const first = lines.findIndex((line) => bullet.test(line) || numbered.test(line));
  if (first < 0) return <p key={key}>{inline(source)}</p>;
  const List = numbered.test(lines[first] as string) ? "ol" : "ul";
  return (
    <>
      {first > 0 && <p>{inline(lines.slice(0, first).join("\n"))}</p>}
      <List key={key}>
        {itemsOf(lines.slice(first)).map((item) => (
          <li key={item}>{inline(item)}</li>
        ))}
      </List>
    </>
  );
}

/** A line that begins no item goes on with the one before. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line) || numbered.test(line)) items.push(line.replace(bullet, "").replace(numbered, ""));
    else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
  }
  return items;
}

function Table({ lines }: { readonly lines: readonly string[] }) {
  const [head = [], , ...rows] = lines.map((line) => line.replace(/^\||\|$/g, "").split("|"));
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {inline(cell.trim())}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell) => (
              <td key={cell}>{inline(cell.trim())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const piece = /(`[^`]+`|\$[^$]+\$|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\))/;

function inline(text: string): ComponentChildren[] {
  return text.split(piece).map((part, i) => {
    if (i % 2 === 0) return part;
    if (part.startsWith("`")) return <code key={i}>{part.slice(1, -1)}</code>;
    if (part.startsWith("$")) return <Formula key={i} tex={part.slice(1, -1)} />;
    if (part.startsWith("**")) return <strong key={i}>{inline(part.slice(2, -2))}</strong>;
    if (part.startsWith("*")) return <em key={i}>{inline(part.slice(1, -1))}</em>;
    const [, words = "", link = ""] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
    return (
      <a key={i} href={link}>
        {words}
      </a>
    );
  });
}

function Formula({ tex, isBlock = false }: { readonly tex: string; readonly isBlock?: boolean }) {
  const Place = isBlock ? "div" : "span";
  return <Place class="formula" dangerouslySetInnerHTML={{ __html: mathml(tex, isBlock) }} />;
}
