export { type Fan, fan } from "./fan.js";
export { type NormalOptions, normal, ones, type UniformOptions, uniform, zeros } from "./fill.js";
export { gain, type Nonlinearity } from "./gain.js";
export { type KaimingOptions, kaimingNormal, kaimingUniform } from "./kaiming.js";
export { type XavierOptions, xavierNormal, xavierUniform } from "./xavier.js";
