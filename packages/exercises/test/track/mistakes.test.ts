import { findsMistakes } from "./finds-mistakes.js";

// The long tests take more seeds.
findsMistakes(1);
