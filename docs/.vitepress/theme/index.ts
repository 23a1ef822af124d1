import TwoslashFloatingVue from "@shikijs/vitepress-twoslash/client";
import "@shikijs/vitepress-twoslash/style.css";
import "katex/dist/katex.min.css";
import type { EnhanceAppContext, Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }: EnhanceAppContext) {
    app.use(TwoslashFloatingVue);
    if (import.meta.env.SSR) return;
    window.addEventListener("load", wake);
    router.onAfterRouteChange = wake;
  },
} satisfies Theme;

/** Fetches the elements of viz where a page has one; once known, they show themselves on every page. */
function wake(): void {
  if (document.querySelector("og-stepper")) import("@outgrad/viz/elements");
}
