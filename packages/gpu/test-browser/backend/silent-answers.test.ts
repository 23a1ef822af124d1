import { createBackend } from "../../src/index.ts";
import { silentAnswers } from "../../test/silent-answers.ts";

silentAnswers("webgl2", () => createBackend({ prefer: "webgl2" }));
silentAnswers("webgpu", () => createBackend({ prefer: "webgpu" }));
