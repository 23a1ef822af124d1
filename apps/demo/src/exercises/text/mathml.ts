/** A formula in TeX that these few commands do not cover. */
export class UnknownTex extends Error {}

const greek = Object.fromEntries(
  "alpha α beta β gamma γ delta δ epsilon ε theta θ lambda λ mu μ sigma σ phi φ omega ω eta η Delta Δ Sigma Σ"
    .split(" ")
    .reduce<[string, string][]>((pairs, word, i, all) => {
      if (i % 2 === 0) pairs.push([word, all[i + 1] as string]);
      return pairs;
    }, []),
);

const operators: Readonly<Record<string, string>> = {
  cdot: "⋅",
  times: "×",
  le: "≤",
  ge: "≥",
  leq: "≤",
  geq: "≥",
  ne: "≠",
  neq: "≠",
  approx: "≈",
  to: "→",
  pm: "±",
  in: "∈",
  odot: "⊙",
  sum: "∑",
  prod: "∏",
  ldots: "…",
  dots: "…",
  cdots: "⋯",
  mid: "|",
  lvert: "|",
  rvert: "|",
  "{": "{",
  "}": "}",
};

const letters: Readonly<Record<string, string>> = { ...greek, partial: "∂", infty: "∞", ell: "ℓ", top: "⊤" };

const functions = new Set("sin cos tan tanh exp log ln max min argmax".split(" "));

const spaces: Readonly<Record<string, string>> = {
  ",": "0.17em",
  ";": "0.28em",
  " ": "0.25em",
  quad: "1em",
  "!": "0",
};

/**
 * A formula as MathML, which browsers show and screen readers read without any script. Of TeX it knows fractions,
 * roots, indices, sums, functions and Greek letters.
 *
 * @throws UnknownTex for anything else.
 */
export function mathml(tex: string, isBlock = false): string {
  const reader = new Reader(tex);
  const inside = reader.row();
  if (!reader.isDone) throw new UnknownTex(`There is a } too many in "${tex}".`);
  return `<math${isBlock ? ' display="block"' : ""}>${inside}</math>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const tag = (name: string, ...parts: readonly string[]) => `<${name}>${parts.join("")}</${name}>`;

class Reader {
  private readonly tokens: string[];
  private next = 0;

  constructor(tex: string) {
    this.tokens = tex.match(/\\[a-zA-Z]+|\\.|[0-9]+(?:\.[0-9]+)?|\s+|./gsu) ?? [];
  }

  get isDone(): boolean {
    return this.next === this.tokens.length;
  }

  /** Everything up to the next closing brace. */
  row(): string {
    const parts: string[] = [];
    while (!this.isDone && this.tokens[this.next] !== "}" && this.tokens[this.next] !== "\\right") {
      const part = this.scripted();
      if (part !== "") parts.push(part);
    }
    return parts.length === 1 ? (parts[0] as string) : tag("mrow", ...parts);
  }

  /** An atom with what stands at its foot and above. */
  private scripted(): string {
    const token = this.tokens[this.next];
    let base = this.atom();
    let [low, high] = ["", ""];
    for (
      let mark = this.tokens[this.next];
      mark === "_" || mark === "^" || mark === "'";
      mark = this.tokens[this.next]
    ) {
      this.next++;
      if (mark === "'") high += "<mo>′</mo>";
      else if (mark === "_") low = this.argument();
      else high += this.argument();
    }
    const isLarge = token === "\\sum" || token === "\\prod";
    if (high.includes("><") && high.startsWith("<mo>′")) high = tag("mrow", high);
    const [both, under, over] = isLarge ? ["munderover", "munder", "mover"] : ["msubsup", "msub", "msup"];
    if (low && high) base = tag(both as string, base, low, high);
    else if (low) base = tag(under as string, base, low);
    else if (high) base = tag(over as string, base, high);
    return functions.has(token?.slice(1) ?? "") ? base + this.gap() : base;
  }

  /** Between a function and what it is applied to, where no bracket parts them. */
  private gap(): string {
    this.skipSpace();
    const next = this.tokens[this.next] ?? "}";
    return next === "(" || next === "}" ? "" : `<mspace width="0.17em"></mspace>`;
  }

  /** What a command is applied to: a group in braces, or one atom; of a number its first digit. */
  private argument(): string {
    this.skipSpace();
    const token = this.tokens[this.next] ?? "";
    if (/^[0-9]{2,}$/.test(token)) {
      this.tokens.splice(this.next, 1, token[0] as string, token.slice(1));
    }
    return this.atom();
  }

  private atom(): string {
    const token = this.tokens[this.next++];
    if (token === undefined) throw new UnknownTex("A formula ends where something must follow.");
    if (/^\s/.test(token)) return "";
    if (token === "{") {
      const inside = this.row();
      if (this.tokens[this.next++] !== "}") throw new UnknownTex("A formula lacks a closing brace.");
      return inside;
    }
    if (token.startsWith("\\")) return this.command(token.slice(1));
    if (/^[0-9]/.test(token)) return tag("mn", token);
    if (/^\p{L}/u.test(token)) return tag("mi", token);
    return tag("mo", token === "-" ? "−" : token === "*" ? "∗" : escaped(token));
  }

  private command(name: string): string {
    if (name === "frac" || name === "tfrac" || name === "dfrac")
      return tag("mfrac", this.argument(), this.argument());
    if (name === "sqrt") return tag("msqrt", this.argument());
    if (name === "left") return this.fenced();
    if (name === "text" || name === "mathrm" || name === "operatorname")
      return tag("mtext", escaped(this.plain()));
    if (name === "hat") return tag("mover", this.argument(), "<mo>^</mo>");
    if (name === "bar") return tag("mover", this.argument(), "<mo>¯</mo>");
    // Browsers make brackets as high as they have to be.
    if (/^[bB]ig[lr]?$/.test(name)) return "";
    if (functions.has(name)) return tag("mi", name);
    if (Object.hasOwn(spaces, name)) return `<mspace width="${spaces[name]}"></mspace>`;
    if (Object.hasOwn(operators, name)) return tag("mo", operators[name] as string);
    if (Object.hasOwn(letters, name)) return tag("mi", letters[name] as string);
    throw new UnknownTex(`Formulas here do not know \\${name}.`);
  }

  /** `\left( ... \right)`: brackets as high as what is between them. */
  private fenced(): string {
    const open = this.bracket();
    const inside = this.row();
    if (this.tokens[this.next++] !== "\\right") throw new UnknownTex("A formula lacks a \\right.");
    return tag("mrow", open, inside, this.bracket());
  }

  private bracket(): string {
    const token = (this.tokens[this.next++] ?? "").replace(/^\\/, "");
    return token === "." ? "" : tag("mo", escaped(token));
  }

  /** The letters of a group in braces, as they are. */
  private plain(): string {
    let text = "";
    if (this.tokens[this.next++] !== "{") throw new UnknownTex("Words in a formula stand in braces.");
    for (let token = this.tokens[this.next++]; token !== "}"; token = this.tokens[this.next++]) {
      if (token === undefined) throw new UnknownTex("A formula lacks a closing brace.");
      text += token.replace(/^\\(.)$/, "$1");
    }
    return text;
  }

  private skipSpace(): void {
    while (/^\s/.test(this.tokens[this.next] ?? "")) this.next++;
  }
}
