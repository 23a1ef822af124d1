// A small static server for what was built: folders under URL prefixes, on this machine only.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

const kind = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : "none";
};

/**
 * The answer to one path: a file to send, an address to go to instead, or nothing.
 * `mounts` maps a prefix such as "/docs/" to a folder; the longest prefix wins. "/page" finds "page.html".
 */
export function resolvePath(mounts, pathname) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  if (mounts[`${pathname}/`]) return { location: `${pathname}/` };
  const prefix = prefixes.find((candidate) => pathname.startsWith(candidate));
  if (prefix === undefined) return {};
  const folder = mounts[prefix];
  const missing = { file: join(folder, "404.html"), status: 404 };
  let path;
  try {
    path = join(folder, decodeURIComponent(pathname.slice(prefix.length)));
  } catch {
    return { status: 400 };
  }
  // join() has resolved every "..": a path that left the folder is refused like one that does not exist.
  if (!path.startsWith(folder + sep) && path !== folder) return missing;
  if (path.includes("\0")) return { status: 400 };
  if (pathname.endsWith("/")) path = join(path, "index.html");
  if (kind(path) === "file") return { file: path };
  if (kind(`${path}.html`) === "file") return { file: `${path}.html` };
  if (kind(join(path, "index.html")) === "file") return { location: `${pathname}/` };
  return missing;
}

function respond(mounts, headers, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const [pathname, query] = request.url.split("?", 2);
  const { file, location, status = 200 } = resolvePath(mounts, pathname);
  if (location) {
    response.writeHead(301, { location: query ? `${location}?${query}` : location }).end();
  } else if (file && kind(file) === "file") {
    response.writeHead(status, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      ...headers,
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  } else {
    const text = status === 400 ? "Bad request" : "Not found";
    response.writeHead(status === 400 ? 400 : 404, { "content-type": "text/plain" }).end(`${text}\n`);
  }
}

/**
 * Serves `mounts` on the first free port from `port` upwards, every file with these headers too; resolves to the server
 * and its address.
 */
export function serve(mounts, port = 4173, headers = {}) {
  const server = createServer((request, response) => respond(mounts, headers, request, response));
  return new Promise((resolve, reject) => {
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE" && port < 65535) server.listen(++port, "127.0.0.1");
      else reject(error);
    });
    server.on("listening", () => resolve({ server, url: `http://127.0.0.1:${server.address().port}/` }));
    server.listen(port, "127.0.0.1");
  });
}
