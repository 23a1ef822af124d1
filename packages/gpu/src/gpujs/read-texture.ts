import type { GpuJsTexture } from "./module.js";

/**
 * The first numbers of a texture. gpu.js reads four for each, as all drivers can; where the driver hands out single ones,
 * as most do in WebGL 2, this moves a quarter of the bytes.
 */
export function readTexture(gl: WebGL2RenderingContext, texture: GpuJsTexture, size: number): Float32Array {
  gl.bindFramebuffer(gl.FRAMEBUFFER, texture.framebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture.texture, 0);
  const single =
    gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED &&
    gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_TYPE) === gl.FLOAT;
  if (!single) return texture.toArray();
  const [width, height] = texture.size;
  const numbers = new Float32Array(width * height);
  gl.readPixels(0, 0, width, height, gl.RED, gl.FLOAT, numbers);
  return numbers.length === size ? numbers : numbers.slice(0, size);
}
