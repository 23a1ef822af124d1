import type { Run } from "./run.ts";

const width = 64;
let context: WebGL2RenderingContext | undefined;

function open(): WebGL2RenderingContext {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) throw new Error("This browser has no WebGL 2; see the flags in tools/browser.mjs.");
  if (!gl.getExtension("EXT_color_buffer_float")) throw new Error("WebGL 2 cannot draw float32 here.");
  return gl;
}

/** Runs expressions of GLSL over columns, one fragment for each point: textures of float32 in, textures of float32 out. */
export const onWebGl2: Run = async (functions, expressions, names, columns) => {
  context ??= open();
  const gl = context;
  const count = columns[0]?.length ?? 0;
  const height = Math.ceil(count / width);
  const fragment = `#version 300 es
precision highp float;
precision highp int;
${names.map((name) => `uniform highp sampler2D of_${name};`).join("\n")}
${expressions.map((_, k) => `layout(location = ${k}) out float found${k};`).join("\n")}
${functions}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
${names.map((name) => `  float ${name} = texelFetch(of_${name}, at, 0).x;`).join("\n")}
${expressions.map((text, k) => `  found${k} = ${text};`).join("\n")}
}`;
  const vertex = `#version 300 es
void main() { gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0); }`;
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type) as WebGLShader;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS))
      throw new Error(`${gl.getShaderInfoLog(shader)}\n${source}`);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(`${gl.getProgramInfoLog(program)}`);

  gl.useProgram(program);
  const texture = (numbers: Float32Array | null) => {
    const made = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, made);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, width, height, 0, gl.RED, gl.FLOAT, numbers);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    return made;
  };
  const targets = expressions.map(() => texture(null));
  const attachments = targets.map((_, k) => gl.COLOR_ATTACHMENT0 + k);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  targets.forEach((target, k) => {
    gl.framebufferTexture2D(gl.FRAMEBUFFER, attachments[k] as number, gl.TEXTURE_2D, target, 0);
  });
  gl.drawBuffers(attachments);
  const sources = columns.map((column, k) => {
    gl.activeTexture(gl.TEXTURE0 + k);
    gl.uniform1i(gl.getUniformLocation(program, `of_${names[k]}`), k);
    const padded = new Float32Array(width * height);
    padded.set(column);
    return texture(padded);
  });
  gl.viewport(0, 0, width, height);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  const found = attachments.map((attachment) => {
    const pixels = new Float32Array(4 * width * height);
    gl.readBuffer(attachment);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, pixels);
    return Float32Array.from({ length: count }, (_, i) => pixels[4 * i] as number);
  });
  const error = gl.getError();
  if (error !== gl.NO_ERROR) throw new Error(`WebGL 2 reports error ${error}.`);
  for (const made of [...targets, ...sources]) gl.deleteTexture(made);
  gl.deleteFramebuffer(framebuffer);
  gl.deleteProgram(program);
  return found;
};
