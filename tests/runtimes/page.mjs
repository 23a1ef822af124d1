// The program in a page, with every entry of every package beside it; the page tells the server how it went.
import url from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import { entries } from "./entries.mjs";
import { program } from "./program.mjs";

const tell = (message) => fetch(`/told?${encodeURIComponent(JSON.stringify(message))}`);
addEventListener("error", ({ message }) => tell({ error: message }));

try {
  tell({ entries: Object.keys(entries), result: await program({ url }) });
} catch (error) {
  tell({ error: String(error) });
}
