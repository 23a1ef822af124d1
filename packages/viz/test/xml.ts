/** An element of a parsed document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside and in all elements inside. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Parses XML strictly: one root, balanced tags, quoted and unrepeated attributes, only characters XML allows. */
export function parseXml(source: string): Element {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(source.slice(at, at + 60))}`);
  };
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(source);
  if (bad) throw new Error(`character ${bad[0].codePointAt(0)} is not allowed in XML`);
  const take = (pattern: RegExp): string[] => {
    const match = new RegExp(pattern, "uy");
    match.lastIndex = at;
    const found = match.exec(source) ?? fail(`expected ${pattern}`);
    at = match.lastIndex;
    return [...(found as RegExpExecArray)];
  };
  const decode = (text: string) =>
    text.replace(/&([^;]*);?/g, (whole, name: string) => {
      if (!whole.endsWith(";") || entities[name] === undefined) fail(`entity ${whole}`);
      return entities[name] as string;
    });
  const element = (): Element => {
    const [, name = ""] = take(/<([A-Za-z][\w:.-]*)/);
    const attributes: Record<string, string> = {};
    for (;;) {
      const [, key = "", value = ""] = take(/(?:\s+([A-Za-z][\w:.-]*)="([^"<]*)")?/);
      if (key === "") break;
      if (Object.hasOwn(attributes, key)) fail(`repeated attribute ${key}`);
      attributes[key] = decode(value);
    }
    if (take(/\/?>/)[0] === "/>") return { name, attributes, children: [], text: "" };
    const children: Element[] = [];
    let text = "";
    for (;;) {
      text += decode(take(/[^<]*/)[0] as string);
      if (source.startsWith("</", at)) break;
      const child = element();
      children.push(child);
      text += child.text;
    }
    if (take(/<\/([A-Za-z][\w:.-]*)>/)[1] !== name) fail(`wrong end tag of ${name}`);
    return { name, attributes, children, text };
  };
  const root = element();
  if (at !== source.length) fail("text after the root");
  return root;
}

/** The element and all elements inside it, in document order. */
export function all(root: Element): Element[] {
  return [root, ...root.children.flatMap(all)];
}

/** The elements that have a class. */
export function withClass(root: Element, name: string): Element[] {
  return all(root).filter(({ attributes }) => attributes.class?.split(" ").includes(name));
}
