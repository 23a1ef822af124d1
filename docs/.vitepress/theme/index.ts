import TwoslashFloatingVue from "@shikijs/vitepress-twoslash/client";
import "@shikijs/vitepress-twoslash/style.css";
import "katex/dist/katex.min.css";
import type { EnhanceAppContext, Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import "./style.css";
import "./code/style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }: EnhanceAppContext) {
    app.use(TwoslashFloatingVue);
    if (import.meta.env.SSR) return;
    app.mixin({
      // Elements change what is inside them: not before Vue has taken over the page that came as HTML.
      mounted(this: { $parent: unknown }) {
        if (this.$parent) return;
        wake();
        router.onAfterRouteChange = wake;
      },
    });
  },
} satisfies Theme;

/** Fetches the elements that a page has; once known, they show themselves on every page. */
async function wake(): Promise<void> {
  if (document.querySelector("og-stepper, og-graph, og-curve, og-boundary")) import("@outgrad/viz/elements");
  if (!document.querySelector("og-code") || customElements.get("og-code")) return;
  const { OgCode } = await import("./code/og-code.ts");
  if (!customElements.get("og-code")) customElements.define("og-code", OgCode);
}
