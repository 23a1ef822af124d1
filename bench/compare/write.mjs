// Writes the short comparison into the repository's README: node bench/compare/write.mjs
import { writeComparison } from "./readme.mjs";

writeComparison();
