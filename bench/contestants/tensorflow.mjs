// TensorFlow.js with its WebAssembly backend and one thread.
import { createRequire } from "node:module";

export async function loadTensorflow() {
  // Both are CommonJS builds over one tfjs-core; their banner goes to the console, which is the protocol's.
  const require = createRequire(import.meta.url);
  const { log, warn, error } = console;
  Object.assign(console, { log() {}, warn() {}, error() {} });
  const tf = require("@tensorflow/tfjs");
  require("@tensorflow/tfjs-backend-wasm").setThreadsCount(1);
  await tf.setBackend("wasm");
  await tf.ready();
  Object.assign(console, { log, warn, error });
  return tf;
}
