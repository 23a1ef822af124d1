/** Says in one sentence why a model cannot be written as ONNX, or why a file cannot be read. */
export class OnnxError extends Error {
  override readonly name = "OnnxError";
}
