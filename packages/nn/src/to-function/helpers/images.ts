/** Functions of printed models for images: planes of `height` rows of `width` numbers. */
export const imageHelpers = {
  conv2d: `// The sum over the taps of a kernel of the images, shifted. Of a kernel o, c, h, w numbers.
function conv2d(x: Numbers, weight: Numbers, bias: Numbers, images: number, groups: number, rows: number, channels: number, input: readonly number[], output: readonly number[], kernel: readonly number[], stride: readonly number[], padding: readonly number[], dilation: readonly number[]): Numbers {
  const [height, width] = [input[0]!, input[1]!];
  const [h, w] = [kernel[0]!, kernel[1]!];
  const y = new Numbers(images * groups * rows * output[0]! * output[1]!);
  let to = 0;
  for (let n = 0; n < images; n++) {
    for (let row = 0; row < groups * rows; row++) {
      const first = (n * groups + Math.floor(row / rows)) * channels;
      for (let p = 0; p < output[0]!; p++) {
        for (let q = 0; q < output[1]!; q++) {
          let sum = 0;
          for (let c = 0; c < channels; c++) {
            for (let i = 0; i < h; i++) {
              const r = p * stride[0]! - padding[0]! + i * dilation[0]!;
              if (r < 0 || r >= height) continue;
              for (let j = 0; j < w; j++) {
                const s = q * stride[1]! - padding[1]! + j * dilation[1]!;
                if (s < 0 || s >= width) continue;
                sum += weight[((row * channels + c) * h + i) * w + j]! * x[((first + c) * height + r) * width + s]!;
              }
            }
          }
          y[to++] = bias.length === 0 ? sum : sum + bias[row]!;
        }
      }
    }
  }
  return y;
}
`,
  convTranspose2d: `// The other way round: each number spread over the taps of a kernel.
function convTranspose2d(x: Numbers, weight: Numbers, bias: Numbers, images: number, groups: number, rows: number, channels: number, input: readonly number[], output: readonly number[], kernel: readonly number[], stride: readonly number[], padding: readonly number[], dilation: readonly number[]): Numbers {
  const [height, width] = [input[0]!, input[1]!];
  const [h, w] = [kernel[0]!, kernel[1]!];
  const y = new Numbers(images * groups * rows * height * width);
  let to = 0;
  for (let n = 0; n < images; n++) {
    for (let row = 0; row < groups * rows; row++) {
      const group = Math.floor(row / rows);
      for (let r = 0; r < height; r++) {
        for (let s = 0; s < width; s++) {
          let sum = 0;
          for (let c = group * channels; c < (group + 1) * channels; c++) {
            for (let i = 0; i < h; i++) {
              const p = (r + padding[0]! - i * dilation[0]!) / stride[0]!;
              if (!Number.isInteger(p) || p < 0 || p >= output[0]!) continue;
              for (let j = 0; j < w; j++) {
                const q = (s + padding[1]! - j * dilation[1]!) / stride[1]!;
                if (!Number.isInteger(q) || q < 0 || q >= output[1]!) continue;
                sum += weight[((c * rows + (row % rows)) * h + i) * w + j]! * x[((n * groups * channels + c) * output[0]! + p) * output[1]! + q]!;
              }
            }
          }
          y[to++] = bias.length === 0 ? sum : sum + bias[row]!;
        }
      }
    }
  }
  return y;
}
`,
  maxPool2d: `// The greatest number of each window, -Infinity of an empty one.
function maxPool2d(x: Numbers, planes: number, input: readonly number[], output: readonly number[], kernel: readonly number[], stride: readonly number[], padding: readonly number[], dilation: readonly number[]): Numbers {
  const [height, width] = [input[0]!, input[1]!];
  const y = new Numbers(planes * output[0]! * output[1]!);
  let to = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let p = 0; p < output[0]!; p++) {
      for (let q = 0; q < output[1]!; q++) {
        let best = -Infinity;
        for (let i = 0; i < kernel[0]!; i++) {
          const r = p * stride[0]! - padding[0]! + i * dilation[0]!;
          if (r < 0 || r >= height) continue;
          for (let j = 0; j < kernel[1]!; j++) {
            const s = q * stride[1]! - padding[1]! + j * dilation[1]!;
            if (s < 0 || s >= width) continue;
            const a = x[(plane * height + r) * width + s]!;
            if (!(a <= best || Number.isNaN(best))) best = a;
          }
        }
        y[to++] = best;
      }
    }
  }
  return y;
}
`,
  avgPool2d: `// The mean of each window: from starts up to ends, over counts, of rows and then of columns.
function avgPool2d(x: Numbers, planes: number, input: readonly number[], rows: readonly (readonly number[])[], columns: readonly (readonly number[])[]): Numbers {
  const [height, width] = [input[0]!, input[1]!];
  const [tops, bottoms, heights] = [rows[0]!, rows[1]!, rows[2]!];
  const [lefts, rights, widths] = [columns[0]!, columns[1]!, columns[2]!];
  const y = new Numbers(planes * tops.length * lefts.length);
  let to = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let p = 0; p < tops.length; p++) {
      for (let q = 0; q < lefts.length; q++) {
        let sum = 0;
        for (let i = tops[p]!; i < bottoms[p]!; i++) {
          const line = (plane * height + i) * width;
          for (let j = lefts[q]!; j < rights[q]!; j++) sum += x[line + j]!;
        }
        y[to++] = sum / (heights[p]! * widths[q]!);
      }
    }
  }
  return y;
}
`,
} as const;
