import { confusionMatrix, decisionBoundary, draw, heatMaps, lossCurve, steps } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { maker } from "./nodes.js";
import { all, parseXml, withClass } from "./xml.js";

const hostile: Record<string, string> = {
  quotes: `a"b'c\`d`,
  tags: "</text></svg><script>alert(1)</script>",
  attribute: `" onload="alert(1)`,
  entities: "&amp;&lt;&#0;&unknown;",
  comment: "--><!-- ]]> <![CDATA[",
  style: "</style><style>*{display:none}",
  newlines: "one\ntwo\r\nthree\u2028four\u2029",
  record: "{a|b}<port> \\n \\",
  braces: "}}{{\\end{x}\\input{y}$%#_^~&",
  controls: "a\u0000b\u0007c\u001bd\u007fe\u0085",
  surrogates: "a\ud800b\udc00c\ufffe\uffff",
  override: "\u202eevil\u2066hidden\u200f",
  hebrew: "שלום",
  emoji: "👩‍👩‍👧‍👦 e\u0301",
  long: "w".repeat(10_000),
  longEmoji: "😀".repeat(10_000),
  keys: "__proto__",
  constructor: "constructor",
  spaces: " \t ",
};

const graphOf = (label: string) => {
  const { leaf, apply } = maker();
  const x = leaf(2, label);
  return apply("mul", [x, apply("pow", [x, leaf(3, `${label}!`)], label)], label);
};

/** What must not stand in any text for people: breaks of lines and of direction, controls, lone surrogates. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

describe.each(Object.keys(hostile))("the label %s", (kind) => {
  const label = hostile[kind] as string;
  const drawing = draw(graphOf(label));

  it("leaves svg() well-formed, with the same elements as any other label", () => {
    const svg = parseXml(drawing.svg());
    const tame = parseXml(draw(graphOf("tame")).svg());
    expect(all(svg).map(({ name }) => name)).toEqual(all(tame).map(({ name }) => name));
    expect(all(svg).map(({ attributes }) => Object.keys(attributes))).toEqual(
      all(tame).map(({ attributes }) => Object.keys(attributes)),
    );
    expect(unfit.test(drawing.svg())).toBe(false);
  });

  it("leaves every MathML well-formed, of Core's elements, and every line of text one line", () => {
    for (const { statement, sentence, contributions } of steps(graphOf(label))) {
      expect(sentence).not.toMatch(unfit);
      expect(sentence).not.toContain("\n");
      for (const { text, tex, mathml } of [
        statement,
        ...contributions.flatMap((c) => Object.values(c.formula)),
      ]) {
        expect(text + tex).not.toMatch(unfit);
        for (const { name, attributes } of all(parseXml(mathml))) {
          expect(name).toMatch(/^(math|mrow|mi|mn|mo|mtext|msub|msup|mfrac|msqrt|mtable|mtr|mtd)$/);
          for (const key of Object.keys(attributes)) expect(key).toBe("class");
        }
      }
    }
  });

  it("leaves TeX balanced, without commands of its own", () => {
    const known =
      /^\\(frac|partial|ge|le|cdot|left|right|text|mathrm|ln|begin|end|ne|mathrel|text(backslash|asciicircum|asciitilde|less|greater|bar|asciigrave)|[{}$&#%_\\])/;
    for (const { contributions } of steps(graphOf(label))) {
      for (const { tex } of contributions.flatMap((c) => Object.values(c.formula))) {
        let depth = 0;
        for (let i = 0; i < tex.length; i++) {
          if (tex[i] === "\\") {
            const command = known.exec(tex.slice(i))?.[0];
            expect(command, tex.slice(i, i + 20)).toBeDefined();
            i += (command as string).length - 1;
          } else if (tex[i] === "{") depth++;
          else if (tex[i] === "}") expect(--depth).toBeGreaterThanOrEqual(0);
          else expect(tex[i]).not.toMatch(/[$#%~]/);
        }
        expect(depth).toBe(0);
      }
    }
  });

  it("leaves dot() four records of three fields, each on its line", () => {
    const records = drawing
      .dot()
      .split("\n")
      .filter((line) => line.endsWith(" shape=record]"));
    expect(drawing.dot().split("\n")).toHaveLength(16);
    expect(records).toHaveLength(4);
    for (const record of records) {
      const [, quoted = ""] = record.match(/^ {2}v\d \[label="((?:[^"\\]|\\.)*)" shape=record\]$/) ?? [];
      const bare = quoted.replace(/\\./g, "");
      expect(bare).toMatch(/^\{ [^{}|<>]* \| data [^{}|<>]+ \| grad [^{}|<>]+ \}$/);
    }
  });

  it("leaves table() and text() one line a value", () => {
    expect(drawing.table().split("\n")).toHaveLength(5);
    expect(drawing.text().split("\n")).toHaveLength(5);
    expect(unfit.test(drawing.table() + drawing.text())).toBe(false);
    expect(drawing.table().length + drawing.text().length).toBeLessThan(4000);
  });

  it("leaves plots well-formed", () => {
    const curve = lossCurve({ series: [{ name: label, values: [3, 1] }], xLabel: label, yLabel: label });
    const boundary = decisionBoundary({
      predict: (x, y) => x - y,
      xRange: [0, 1],
      yRange: [0, 1],
      classes: [label, label],
      xLabel: label,
      yLabel: label,
      cells: 4,
    });
    const confusion = confusionMatrix({ labels: [0, 1], predicted: [1, 1], classes: [label, label] });
    const maps = heatMaps({ maps: [{ values: [1], name: label }], rows: 1, columns: 1, title: label });
    for (const plot of [curve, boundary, confusion, maps]) {
      expect(all(parseXml(plot.svg())).map(({ name }) => name)).not.toContain("script");
      expect(unfit.test(plot.svg() + plot.text() + plot.table())).toBe(false);
    }
  });
});

it("a long label ends in … on its card, and the card stays narrow", () => {
  const svg = parseXml(draw(graphOf(hostile.long as string)).svg());
  expect(Number(svg.attributes.width)).toBeLessThan(1100);
  expect(withClass(svg, "og-label")[0]?.text).toMatch(/^w{5,20}…$/);
});
