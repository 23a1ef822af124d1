import { sandboxPage } from "@outgrad/sandbox/vite";
import { defaultClientConditions, defineConfig } from "vite";

// `vite dev` reads the packages' sources, so an edit shows at once; `vite build` bundles what users get.
export default defineConfig(({ command }) => ({
  base: "./",
  plugins: [sandboxPage()],
  resolve: { conditions: [...(command === "serve" ? ["@outgrad/source"] : []), ...defaultClientConditions] },
  build: { target: "es2022", sourcemap: true },
  worker: { format: "es" },
}));
