import { type Drawing, draw, lossCurve, steps } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { parseDot, parseRecord } from "./dot.js";
import { hostileLabels, tameLike } from "./hostile-labels.js";
import { labelledGraph, labelledMarkup, labelledPlots } from "./labelled.js";
import { all, parseXml, withClass } from "./xml.js";

/** What must not stand in any text for people: breaks of lines and of direction, controls, lone surrogates. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** The elements and the names of their attributes, in document order. */
const shape = (markup: string) =>
  all(parseXml(`<all>${markup}</all>`)).map(({ name, attributes }) =>
    [name, ...Object.keys(attributes)].join(" "),
  );

const formulas = (label: string) =>
  steps(labelledGraph(label)).flatMap(({ statement, contributions }) => [
    statement,
    ...contributions.flatMap(({ formula }) => Object.values(formula)),
  ]);

/** A value with every text in it replaced by how many there are: JSON of the same shape. */
const jsonShape = (json: string) =>
  JSON.stringify(JSON.parse(json), (_, value) => (typeof value === "string" ? "text" : value));

it("there are 56 hostile labels", () => {
  expect(Object.keys(hostileLabels)).toHaveLength(56);
  expect(new Set(Object.values(hostileLabels)).size).toBe(56);
});

describe.each(Object.entries(hostileLabels))("the label %s", (_, label) => {
  it("leaves all markup well-formed, with the same elements and attributes as any other label", () => {
    for (const [name, markup] of Object.entries(labelledMarkup)) {
      expect(shape(markup(label)), name).toEqual(shape(markup(tameLike(label))));
      expect(markup(label), name).not.toMatch(unfit);
    }
  });

  it("leaves every line of text one line, with nothing unfit", () => {
    const drawings: Drawing[] = [
      draw(labelledGraph(label)),
      ...Object.values(labelledPlots).map((plot) => plot(label)),
    ];
    const tame = [draw(labelledGraph("tame")), ...Object.values(labelledPlots).map((plot) => plot("tame"))];
    for (const [i, drawing] of drawings.entries()) {
      for (const part of ["text", "table"] as const) {
        const found = drawing[part]();
        expect(found).not.toMatch(unfit);
        expect(found.split("\n")).toHaveLength(tame[i]?.[part]().split("\n").length as number);
        expect(found.length).toBeLessThan(4000);
      }
      expect(jsonShape(drawing.json())).toBe(jsonShape(tame[i]?.json() as string));
    }
    for (const { sentence } of steps(labelledGraph(label))) {
      expect(sentence).not.toMatch(unfit);
      expect(sentence).not.toContain("\n");
    }
    for (const { text, tex } of formulas(label)) expect(text + tex).not.toMatch(unfit);
  });

  it("leaves TeX balanced, without commands of its own", () => {
    const known =
      /^\\(frac|partial|ge|le|cdot|left|right|text|mathrm|ln|begin|end|ne|mathrel|text(backslash|asciicircum|asciitilde|less|greater|bar|asciigrave)|[{}$&#%_\\])/;
    for (const { tex } of formulas(label)) {
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
  });

  it("leaves dot() the same graph, each record with its three fields", () => {
    const statements = parseDot(draw(labelledGraph(label)).dot());
    const tame = parseDot(draw(labelledGraph("tame")).dot());
    expect(statements.map(({ about, attributes }) => [about, ...Object.keys(attributes)])).toEqual(
      tame.map(({ about, attributes }) => [about, ...Object.keys(attributes)]),
    );
    const records = statements.filter(({ attributes }) => attributes.shape === "record");
    expect(records).toHaveLength(4);
    for (const { attributes } of records) {
      expect(parseRecord(attributes.label as string)).toEqual([
        [
          expect.any(String),
          expect.stringMatching(/^ data [-\d.]+ $/),
          expect.stringMatching(/^ grad [-\d.]+ $/),
        ],
      ]);
    }
  });
});

it("png() of all hostile labels is a picture", async () => {
  const series = Object.values(hostileLabels).map((name) => ({ name, values: [1, 2] }));
  const png = await lossCurve({ series, height: 1500 }).png({ scale: 1 });
  expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
});

it("a long label ends in … on its card, and the card stays narrow", () => {
  const svg = parseXml(draw(labelledGraph(hostileLabels.long as string)).svg());
  expect(Number(svg.attributes.width)).toBeLessThan(1100);
  expect(withClass(svg, "og-label")[0]?.text).toMatch(/^w{5,20}…$/);
});

it("a stack of accents is cut to what letters have", () => {
  const svg = draw(labelledGraph(hostileLabels["combining stack"] as string)).svg();
  expect(Math.max(...[...svg.matchAll(/\p{M}+/gu)].map(([marks]) => marks.length))).toBe(4);
});

it("the parsers of these tests see what would be wrong", () => {
  expect(() => parseXml("<svg><text>a<b</text></svg>")).toThrow();
  expect(() => parseDot('digraph { v1 [label="a"];evil [label="b" shape=record] }')).toThrow("expected");
  expect(parseDot('digraph { v1 [label="a\\"b"] v1 -> v2 }')).toEqual([
    { about: "v1", attributes: { label: 'a\\"b' } },
    { about: "v1 -> v2", attributes: {} },
  ]);
  expect(parseRecord("{ a\\|b | c }|d")).toEqual([[" a|b ", " c "], "d"]);
  expect(() => parseRecord("{ a")).toThrow("not closed");
});
