// Each page as one HTML file that loads nothing: the frame's program inline, and in it, as text, the worker's.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { pages } from "./pages.mjs";

const source = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function program(input, conditions, define = {}) {
  const bundle = await rolldown({
    input,
    platform: "browser",
    resolve: { conditionNames: [...conditions, "import", "browser", "default"] },
    // WebAssembly comes as bytes: a worker without network has nowhere to fetch it from.
    moduleTypes: { ".wasm": "binary" },
    // Code for Node in what is made for both is left out.
    transform: { target: "es2022", define: { process: "undefined", "import.meta": "{}", ...define } },
    external: ["module"],
  });
  const { output } = await bundle.generate({
    format: "iife",
    minify: true,
    strict: true,
    codeSplitting: false,
  });
  await bundle.close();
  return output[0].code;
}

/** A page's text, from what the packages' users get, or from the packages' sources. */
export async function pageHtml(name, { fromSource = false } = {}) {
  const { worker: entry, evaluates } = pages[name];
  const conditions = fromSource ? ["@outgrad/source"] : [];
  const worker = await program(source(entry), conditions);
  const frame = await program(source("frame/main.ts"), conditions, {
    WORKER_PROGRAM: JSON.stringify(worker),
  });
  // Inside a script element these would end it, or begin what does not end it.
  const script = frame.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    // The worker inherits this: it evaluates what visitors type, or compiles what does, and loads nothing.
    `script-src 'sha256-${hash}' '${evaluates ? "unsafe-eval" : "wasm-unsafe-eval"}' blob:`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Sandbox</title>
</head>
<body>
<script>${script}</script>
</body>
</html>
`;
}
