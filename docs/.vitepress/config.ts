import { katex } from "@mdit/plugin-katex";
import { sandboxPage } from "@outgrad/sandbox/vite";
import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { defineConfig } from "vitepress";
import { fences } from "./fences/index.ts";
import { searchable } from "./searchable.ts";
import { nav, sidebar } from "./sidebar/index.ts";

const policy = "frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

export default defineConfig({
  title: "outgrad",
  description: "See every step of backpropagation, and trust every digit.",
  base: "/docs/",
  cleanUrls: true,
  head: [
    ["link", { rel: "icon", href: "data:," }],
    // The frame that runs code can go nowhere else.
    ["meta", { "http-equiv": "Content-Security-Policy", content: policy }],
  ],
  vite: { plugins: [sandboxPage()] },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("og-") } } },
  markdown: {
    theme: { light: "github-light", dark: "github-dark" },
    languages: ["ts", "js", "sh", "json", "html", "python"],
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
    nav,
    sidebar,
  },
});
