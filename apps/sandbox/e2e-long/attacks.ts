const withoutNames =
  /^There is no \w+ here: the code runs apart from the page, without network and storage\.$/;
const asMethod =
  /^TypeError: .*(is not a function|is not a constructor|Cannot read properties of undefined).*\.$/;

/** What code of pages would do, with what is said of it in the sandbox. URL and WS stand for a server that listens. */
export const attacks: readonly (readonly [name: string, code: string, sentence: RegExp])[] = [
  ["fetch", `await fetch("URL?fetch");`, withoutNames],
  ["self.fetch", `await (self as any).fetch("URL?fetch");`, asMethod],
  ["XMLHttpRequest", `const x = new XMLHttpRequest(); x.open("GET", "URL?xhr"); x.send();`, withoutNames],
  ["WebSocket", `new WebSocket("WS?socket");`, withoutNames],
  ["EventSource", `new EventSource("URL?events");`, withoutNames],
  ["WebTransport", `new WebTransport("URL?transport");`, withoutNames],
  ["RTCPeerConnection", `new RTCPeerConnection();`, withoutNames],
  ["importScripts", `importScripts("URL?scripts");`, withoutNames],
  ["navigator.sendBeacon", `navigator.sendBeacon("URL?beacon");`, withoutNames],
  ["Worker of a data: address", `new Worker("data:text/javascript,fetch('URL?worker')");`, withoutNames],
  ["SharedWorker", `new SharedWorker("URL?shared");`, withoutNames],
  ["BroadcastChannel", `new BroadcastChannel("page").postMessage("hello");`, withoutNames],
  ["indexedDB", `indexedDB.open("secret");`, withoutNames],
  ["caches", `await caches.open("secret");`, withoutNames],
  ["localStorage", `localStorage.getItem("secret");`, withoutNames],
  ["document.cookie", `document.cookie;`, withoutNames],
  ["parent", `parent.document.title;`, withoutNames],
  ["top.location", `top!.location.href = "URL?top";`, withoutNames],
  ["location", `location.href = "URL?self";`, withoutNames],
  ["open", `open("URL?open");`, withoutNames],
  ["Image", `new Image().src = "URL?image";`, withoutNames],
  ["postMessage", `postMessage({ kind: "done", outcome: { ok: true } });`, withoutNames],
  ["the method behind postMessage", `Object.getPrototypeOf(self).postMessage.call(self, 1);`, asMethod],
  ["the global object's own prototype", `new (self.constructor as any)();`, /./],
];

/** What Python would do. */
export const pythonAttacks: readonly (readonly [name: string, code: string])[] = [
  ["js.fetch", `import js\njs.fetch("URL?js")`],
  ["a name of js", `from js import fetch\nfetch("URL?from")`],
  ["js.eval", `import js\njs.eval("fetch('URL?eval')")`],
  ["js.globalThis", `import js\njs.globalThis.postMessage(1)`],
  ["the constructor of js", `import js\njs.constructor.constructor("return fetch")()("URL?constructor")`],
  ["jsffi", `import jsffi\njsffi.JsProxy\njsffi.to_js(1).constructor("fetch('URL?ffi')")()`],
  ["__import__", `__import__("js").XMLHttpRequest.new()`],
  ["a socket", `import socket\nsocket.socket().connect(("127.0.0.1", 80))`],
  ["urllib", `import urllib.request\nurllib.request.urlopen("URL?urllib")`],
  ["requests", `import requests\nrequests.get("URL?requests")`],
  ["a file", `open("/etc/passwd").read()`],
  ["a package from the network", `import mip\nmip.install("URL?mip")`],
  ["a process", `import os\nos.system("ls")`],
];
