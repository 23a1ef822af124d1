/** One statement of a graph: what it is about, and the text of each of its attributes. */
export interface Statement {
  readonly about: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A field of a record label: its text, or the fields inside it. */
export type Field = string | readonly Field[];

/** Parses the language of Graphviz as far as a `digraph` of names, edges and quoted attributes; all else is an error. */
export function parseDot(source: string): Statement[] {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    const match = new RegExp(pattern, "uys");
    match.lastIndex = at;
    const found = match.exec(source);
    if (found === null) return undefined;
    at = match.lastIndex;
    return found[1] ?? found[0];
  };
  const need = (pattern: RegExp): string => {
    const found = take(pattern);
    if (found === undefined)
      throw new Error(`expected ${pattern} at ${JSON.stringify(source.slice(at, at + 40))}`);
    return found;
  };
  need(/\s*digraph\s*\{/);
  const statements: Statement[] = [];
  while (take(/\s*\}\s*/) === undefined) {
    let about = need(/\s*([A-Za-z_]\w*)/);
    if (take(/\s*->/) !== undefined) about += ` -> ${need(/\s*([A-Za-z_]\w*)/)}`;
    const attributes: Record<string, string> = {};
    if (take(/\s*\[/) !== undefined) {
      while (take(/\s*\]/) === undefined) {
        const key = need(/[\s,]*([A-Za-z_]\w*)=/);
        attributes[key] = take(/"((?:[^"\\]|\\.)*)"/) ?? need(/[A-Za-z_]\w*/);
      }
    }
    statements.push({ about, attributes });
  }
  if (at !== source.length) throw new Error(`text after the graph: ${source.slice(at, at + 40)}`);
  return statements;
}

/** Parses the label of a record: `{`, `}`, `|` and ports have a meaning unless a backslash is before them. */
export function parseRecord(label: string): Field[] {
  const tokens = label.match(/\\.|[^\\]/gsu) ?? [];
  let at = 0;
  const fields = (): Field[] => {
    const found: Field[] = [];
    let field: Field = "";
    for (; at < tokens.length; at++) {
      const token = tokens[at] as string;
      if (token === "}") break;
      if (token === "|") {
        found.push(field);
        field = "";
      } else if (token === "{") {
        at++;
        field = fields();
        if (tokens[at] !== "}") throw new Error(`a brace is not closed in ${label}`);
      } else if (token === "<" || token === ">") throw new Error(`a port in ${label}`);
      else field += token.length > 1 ? token.slice(1) : token;
    }
    return [...found, field];
  };
  const all = fields();
  if (at !== tokens.length) throw new Error(`a brace too many in ${label}`);
  return all;
}
