import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pages } from "./pages.mjs";

const names = Object.keys(pages);
const built = (name) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Puts the sandboxed pages beside those of a vite build; `vite dev` serves ones made from the sources. */
export function sandboxPage() {
  return {
    name: "outgrad-sandbox",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = names.find((each) => request.url?.split("?")[0].endsWith(`/${each}`));
        if (name === undefined) return next();
        import("./html.mjs")
          .then(({ pageHtml }) => pageHtml(name, { fromSource: true }))
          .then((html) => response.setHeader("content-type", "text/html; charset=utf-8").end(html), next);
      });
    },
    generateBundle() {
      // Client bundles only: a site generator builds one for its server too.
      if (this.environment && this.environment.name !== "client") return;
      for (const name of names) {
        if (!existsSync(built(name)))
          this.error(`There is no ${name}; run the build of @outgrad/sandbox first.`);
        this.emitFile({ type: "asset", fileName: name, source: readFileSync(built(name), "utf8") });
      }
    },
  };
}
