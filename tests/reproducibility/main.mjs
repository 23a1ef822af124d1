import { hashes } from "./training.mjs";

console.log(JSON.stringify(await hashes()));
