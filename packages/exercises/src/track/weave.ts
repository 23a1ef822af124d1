import type { Language } from "../finding.js";

/** Lines that belong together: a function, a class, or imports. */
interface Block {
  readonly lines: readonly string[];
  /** What they define. */
  readonly name: string | undefined;
}

interface ClassBlock extends Block {
  readonly methods: readonly Block[];
}

const opening = /^(?:export\s+)?(?:abstract\s+)?(class|function|const|let|def)\s+(\w+)/;
const method = /^\s+(?:(?:public|static|async|def)\s+)*(?:get\s+)?(\w+)\s*(?:\(|=\s*\(|:.*=>\s*\{)/;

/**
 * A learner's text with the new parts of the next exercise in it: methods at the end of their class, the rest at the end
 * of the text, imports at its head. What the text has already stays as it is and is not added again. Only lines and
 * indentation are looked at, so that a text with mistakes can be gone on with too.
 */
export function weave(previous: string, part: string, language: Language): string {
  const lines = previous.trimEnd().split("\n");
  const head: string[] = [];
  const tail: string[] = [];
  for (const block of blocksOf(part)) {
    if (block.name === undefined) {
      head.push(...block.lines.filter((line) => line !== "" && !lines.includes(line)));
    } else if ("methods" in block && placeOf(lines, block.name)) {
      addMethods(lines, block);
    } else if (!lines.some((line) => opening.exec(line)?.[2] === block.name)) {
      tail.push(...(language === "python" ? ["", ""] : [""]), ...block.lines);
    }
  }
  // Imports stand together.
  if (head.length > 0 && !/^(from|import) /.test(lines[0] as string)) head.push("");
  return `${[...head, ...lines, ...tail].join("\n")}\n`;
}

/** The parts of the track are written so that every block at the margin begins with its name or the comment above it. */
function blocksOf(part: string): readonly (Block | ClassBlock)[] {
  return groups(part.trimEnd().split("\n"), 0).map((lines) => {
    const found = lines.map((line) => opening.exec(line)).find(Boolean);
    if (!found) return { lines, name: undefined };
    const at = lines.findIndex((line) => opening.test(line));
    const block = { lines, name: found[2] };
    if (found[1] !== "class") return block;
    const inner = lines.slice(at + 1).filter((line) => line !== "}");
    const methods = groups(inner, 2).map((body) => ({
      lines: body,
      name: body.map((line) => method.exec(line)?.[1]).find(Boolean),
    }));
    return { ...block, methods };
  });
}

/** Lines in groups: an empty line before a line at this indentation parts two of them. */
function groups(lines: readonly string[], indentation: number): string[][] {
  const found: string[][] = [];
  let apart = true;
  for (const line of lines) {
    if (line === "") {
      apart = true;
      continue;
    }
    const own = line.search(/\S/) === indentation && !/^\s*[})]/.test(line);
    if (found.length === 0 || (apart && own)) found.push([]);
    const last = found.at(-1) as string[];
    if (apart && last.length > 0) last.push("");
    last.push(line);
    apart = false;
  }
  return found;
}

/** From the line of a class to its last one that is not empty; the closing brace is not counted. */
function placeOf(lines: readonly string[], name: string): { first: number; end: number } | undefined {
  const first = lines.findIndex((line) => {
    const found = opening.exec(line);
    return found?.[1] === "class" && found[2] === name;
  });
  if (first < 0) return undefined;
  let end = lines.findIndex((line, i) => i > first && /^[^\s#/{]/.test(line));
  if (end < 0) end = lines.length;
  while (end > first + 1 && /^\s*$|^\S/.test(lines[end - 1] as string)) end--;
  return { first, end };
}

function addMethods(lines: string[], { name, methods }: ClassBlock): void {
  for (const { lines: body, name: methodName } of methods) {
    const { first, end } = placeOf(lines, name as string) as { first: number; end: number };
    const own = lines.slice(first + 1, end);
    const width = own.find((line) => line.trim() !== "")?.search(/\S/) ?? 2;
    if (own.some((line) => line.search(/\S/) <= width && method.exec(line)?.[1] === methodName)) continue;
    lines.splice(end, 0, "", ...body.map((line) => indented(line, width)));
  }
}

/** The parts are indented by two columns; the learner's class may be by four. */
const indented = (line: string, width: number) =>
  line.replace(/^ +/, (spaces) => " ".repeat((spaces.length / 2) * width));
