// Numbers of the WebGPU specification, which are global objects in browsers only.

/** What a buffer may be used for. */
export const usage = { mapRead: 0x1, copyFrom: 0x4, copyTo: 0x8, uniform: 0x40, storage: 0x80 } as const;
/** GPUMapMode.READ */
export const forReading = 0x1;
/** GPUShaderStage.COMPUTE */
export const inCompute = 0x4;
