import { katex } from "@mdit/plugin-katex";
import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { defineConfig } from "vitepress";
import reference from "../api/typedoc-sidebar.json" with { type: "json" };
import { pictureFences } from "./fences.ts";

const lesson = [
  { text: "1. A derivative by nudging", link: "/learn/nudge" },
  { text: "2. Forward: the graph", link: "/learn/forward" },
  { text: "3. Backward, by hand", link: "/learn/backward-by-hand" },
  { text: "4. backward()", link: "/learn/backward" },
  { text: "5. Softmax and its loss", link: "/learn/softmax" },
];

export default defineConfig({
  title: "outgrad",
  description: "See every step of backpropagation, and trust every digit.",
  base: "/docs/",
  cleanUrls: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    theme: { light: "github-light", dark: "github-dark" },
    languages: ["ts", "sh", "json"],
    codeTransformers: [
      transformerTwoslash({
        throws: true,
        twoslashOptions: {
          compilerOptions: {
            moduleResolution: 100,
            module: 99,
            target: 9,
            lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
            types: [],
          },
        },
      }),
    ],
    config(md) {
      md.use(katex, { output: "htmlAndMathml", throwOnError: true });
      md.use(pictureFences);
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Start", link: "/start" },
      { text: "Lesson", link: "/learn/nudge", activeMatch: "/learn/" },
      { text: "Ops", link: "/ops" },
      { text: "Reference", link: "/api/", activeMatch: "/api/" },
      // The demo is served beside the docs, one folder up.
      { text: "Demo", link: "/../", target: "_self" },
    ],
    sidebar: {
      "/api/": reference,
      "/": [
        { text: "Getting started", link: "/start" },
        { text: "From a nudge to a gradient", items: lesson },
        { text: "Tensors", link: "/tensors" },
        { text: "Near the speed of C", link: "/speed" },
        { text: "On the GPU", link: "/gpu" },
        { text: "Finding a minimum", link: "/minimize" },
        { text: "The op table", link: "/ops" },
      ],
    },
  },
});
