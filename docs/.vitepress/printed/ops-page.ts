import { type Op, opOf, ops, toTex } from "@outgrad/ops";
import { lossCurve } from "@outgrad/viz";
import { escapeHtml, math, picture, vHtml } from "../fences/html.ts";

const points = 161;

/** The op table as a page: what each op is, its formula, its derivatives, where it holds, how exact it is. */
export const opsPage = (): string =>
  Object.keys(ops)
    .map((name) => entry(opOf(name)))
    .join("\n");

function entry(op: Op): string {
  const { name, doc, args, formula, partialFormulas } = op;
  const partials = partialFormulas.map((partial, i) => [slopeName(args[i] ?? ""), toTex(partial)] as const);
  const formulas = [["y", toTex(formula)] as const, ...partials].map(
    ([left, right]) => `<li>${math(`\\displaystyle ${left} = ${right}`)}</li>`,
  );
  return (
    `<h2 id="${name}" tabindex="-1">${name} <a class="header-anchor" href="#${name}" aria-label="Link to ${name}"></a></h2>` +
    `<p v-pre>${escapeHtml(doc)}</p>` +
    `<div ${vHtml(`<ul class="op-formulas" tabindex="0">${formulas.join("")}</ul>${facts(op)}`)}></div>${plot(op)}`
  );
}

const slopeName = (arg: string) => `\\frac{\\partial y}{\\partial ${arg}}`;

function facts({ name, label, args, params, domain, kinks, ulp }: Op): string {
  const others = Object.entries(params).map(([param, usual]) => `${param} = ${usual}`);
  const rows = [
    ["In code", `<code>${[...args.slice(0, 1)]}.${name}(${[...args.slice(1), ...others].join(", ")})</code>`],
    ["In graphs", escapeHtml(label)],
    ["Checked for", domain.map(([low, high], i) => `${args[i]} from ${low} to ${high}`).join(", ")],
    ["Kinks where", kinks.map((kink) => math(`${toTex(kink)} = 0`)).join(" or ")],
    [
      "Error, at most",
      `${ulp[0]} ulp; of the derivative${args.length > 1 ? "s" : ""} ${ulp.slice(1).join(" and ")} ulp`,
    ],
  ].filter(([, text]) => text !== "");
  return `<table class="op-facts" tabindex="0"><tbody>${rows.map(([head, text]) => `<tr><th scope="row">${head}</th><td>${text}</td></tr>`).join("")}</tbody></table>`;
}

/** An op of one argument and its derivative over the domain; of two arguments there is no picture this small. */
function plot({ name, args, params, domain, value, partials }: Op): string {
  const [low, high] = domain[0] as readonly [number, number];
  if (args.length > 1) return "";
  const steps = Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  const given = Object.values(params);
  const values = steps.map((a) => value(a, ...given));
  const slopes = steps.map((a, i) => partials[0]?.(a, ...given, values[i] as number) as number);
  const series = [
    { name, steps, values },
    { name: "derivative", steps, values: slopes },
  ];
  const drawing = lossCurve({
    series,
    xLabel: args[0] ?? "a",
    yLabel: "y",
    width: 420,
    height: 240,
    theme: "light",
  });
  return `<details class="op-plot"><summary>Picture of ${name}</summary>${picture(drawing, "plot")}</details>`;
}
