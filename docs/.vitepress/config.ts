import { katex } from "@mdit/plugin-katex";
import { sandboxPage } from "@outgrad/sandbox/vite";
import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { defineConfig } from "vitepress";
import { fences } from "./fences/index.ts";
import { searchable } from "./searchable.ts";
import { confusions } from "./sidebar/confusions.ts";
import { learn } from "./sidebar/learn.ts";
import { reference } from "./sidebar/reference.ts";

export default defineConfig({
  title: "outgrad",
  description: "See every step of backpropagation, and trust every digit.",
  base: "/docs/",
  cleanUrls: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  vite: { plugins: [sandboxPage()] },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("og-") } } },
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
      md.use(fences);
    },
  },
  themeConfig: {
    search: { provider: "local", options: { _render: searchable } },
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
      ...reference,
      "/": [
        { text: "Getting started", link: "/start" },
        { text: "From a nudge to a gradient", items: learn },
        { text: "Classic confusions", items: confusions },
        { text: "Tensors", link: "/tensors" },
        { text: "Near the speed of C", link: "/speed" },
        { text: "On the GPU", link: "/gpu" },
        { text: "Finding a minimum", link: "/minimize" },
        { text: "The op table", link: "/ops" },
      ],
    },
  },
});
