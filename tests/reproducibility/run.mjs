// One seeded training run and every intrinsic in Node, Chromium and Firefox, on the main thread and in a worker: prints
// the SHA-256 of the weights and of the intrinsics' results of each, and fails if two differ. Needs built packages.
//   node tests/reproducibility/run.mjs [steps, 10000 if not given]
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { rolldown } from "rolldown";
import { findBrowser } from "../../tools/browser.mjs";
import { intrinsicsHash, trainingHash } from "./training.mjs";

const steps = Number(process.argv[2] ?? 10_000);
const patience = 10 * 60_000;
const here = fileURLToPath(new URL(".", import.meta.url));
const results = [];

function add(engine, where, hash) {
  results.push({ engine, where, hash });
  const [weights, functions] = hash.split(" ");
  console.log(`${engine}, ${where}\n  weights    ${weights}\n  intrinsics ${functions}`);
}

/** Opens the page in a browser and waits until its page and its worker have reported. */
async function inBrowser(name, command, args) {
  const bundle = await rolldown({ input: join(here, "report.mjs"), platform: "browser" });
  const script = (await bundle.generate({ format: "esm" })).output[0].code;
  const profile = mkdtempSync(join(tmpdir(), "outgrad-profile-"));
  let done;
  const finished = new Promise((resolve, reject) => {
    done = { resolve, reject };
  });
  const routes = {
    "/": [
      "text/html",
      '<!doctype html><title>Training</title><script type="module" src="/report.mjs"></script>',
    ],
    "/report.mjs": ["text/javascript", script],
    "/steps": ["application/json", JSON.stringify({ steps })],
  };
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      let text = "";
      for await (const chunk of request) text += chunk;
      const { where, hash, error } = JSON.parse(text);
      response.end();
      if (error) done.reject(new Error(`${name}, ${where}: ${error}`));
      add(name, where, hash);
      if (where === "worker") done.resolve();
      return;
    }
    const [type, body] = routes[request.url] ?? [];
    response.writeHead(type ? 200 : 404, type && { "content-type": type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = spawn(command, [...args(profile), address], { stdio: "ignore" });
  browser.on("exit", (code) => done.reject(new Error(`${name} ended (${code}) before it reported.`)));
  const timer = setTimeout(() => done.reject(new Error(`${name} did not report in time.`)), patience);
  try {
    await finished;
  } finally {
    clearTimeout(timer);
    browser.removeAllListeners("exit");
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill();
    await gone;
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function inWorker() {
  const url = new URL("./training.mjs", import.meta.url);
  const code = `import { parentPort } from "node:worker_threads";
    const { intrinsicsHash, trainingHash } = await import(${JSON.stringify(url.href)});
    parentPort.postMessage(\`\${await trainingHash(${steps})} \${await intrinsicsHash()}\`);`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

const version = `Node ${process.versions.node}`;
add(version, "main thread", `${await trainingHash(steps)} ${await intrinsicsHash()}`);
add(version, "worker", await inWorker());

const chromium = findBrowser();
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
if (chromium) {
  const args = (profile) => ["--headless", ...asRoot, ...quiet, `--user-data-dir=${profile}`];
  await inBrowser("Chromium", chromium, args);
} else console.log("NOT RUN: Chromium, which this machine does not have.");

const firefox = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
if (firefox)
  await inBrowser("Firefox", firefox, (profile) => ["--headless", "--no-remote", "--profile", profile]);
else console.log("NOT RUN: Firefox, which this machine does not have (Debian: apt-get install firefox-esr).");

const hashes = new Set(results.map(({ hash }) => hash));
console.log(hashes.size === 1 ? `All ${results.length} agree after ${steps} steps.` : "THEY DIFFER.");
process.exit(hashes.size === 1 ? 0 : 1);
