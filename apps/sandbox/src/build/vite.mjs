import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../dist/sandbox.html", import.meta.url));

/** Puts sandbox.html beside the pages of a vite build; `vite dev` serves one made from the sources. */
export function sandboxPage() {
  return {
    name: "outgrad-sandbox",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split("?")[0].endsWith("/sandbox.html")) return next();
        import("./html.mjs")
          .then(({ sandboxHtml }) => sandboxHtml({ fromSource: true }))
          .then((html) => response.setHeader("content-type", "text/html; charset=utf-8").end(html), next);
      });
    },
    generateBundle() {
      // Client bundles only: a site generator builds one for its server too.
      if (this.environment && this.environment.name !== "client") return;
      if (!existsSync(built))
        this.error("There is no sandbox.html; run the build of @outgrad/sandbox first.");
      this.emitFile({ type: "asset", fileName: "sandbox.html", source: readFileSync(built, "utf8") });
    },
  };
}
