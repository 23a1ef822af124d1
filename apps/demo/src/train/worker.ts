import { expose } from "comlink";
import { Lab } from "./lab.ts";

// The page's Content-Security-Policy does not hold in a worker, which has that of its own response. Where this forbids
// WebAssembly, compiled functions fall back to rows of lanes, and the lab says so.
expose(new Lab());
