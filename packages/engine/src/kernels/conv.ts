import { allocateZeros } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import { backwardAxis, type Conv, forwardAxis } from "./conv/axis.js";
import { runTapped, type Tapped } from "./conv/tapped.js";
import { runDotted } from "./conv/weight-gradient.js";

/**
 * Convolutions: x [n, c, ...], weight [o, c / groups, ...], results [n, o, ...], each a sum over the taps of the kernel
 * of shifted images, of which the padded copies are made one image at a time.
 */
export const convKernels = {
  conv2d: tapped("forward"),
  convTranspose2d: tapped("backward"),
  convWeight2d([x, g]: readonly Strided[], shape: Shape, conv: Conv): Strided {
    const [images, gradients] = [contiguous(x as Strided), contiguous(g as Strided)];
    const out = allocateZeros(images.dtype, sizeOf(shape));
    const [rows, channels] = shape as readonly [number, number];
    runDotted({
      dtype: images.dtype,
      conv,
      images: images.shape[0] as number,
      channels,
      rows: rows / conv.groups,
      x: { data: images.data, at: images.offset },
      g: { data: gradients.data, at: gradients.offset },
      out,
    });
    return dense(out, images.dtype, shape);
  },
};

/** From input to output, or back: then the weight is the same, read the other way round. */
function tapped(way: "forward" | "backward") {
  return ([x, weight, bias]: readonly Strided[], shape: Shape, conv: Conv): Strided => {
    const from = contiguous(x as Strided);
    const kernels = contiguous(weight as Strided);
    const { dtype } = from;
    const out = allocateZeros(dtype, sizeOf(shape));
    const [o, channels, height, width] = kernels.shape as readonly [number, number, number, number];
    const { groups, input, output } = conv;
    const results = o / groups;
    const [step, all] = [height * width, channels * height * width];
    const axis = way === "forward" ? forwardAxis : backwardAxis;
    const sides =
      way === "forward"
        ? { channels, rows: results, row: all, channel: step, size: input, to: output }
        : { channels: results, rows: channels, row: step, channel: all, size: output, to: input };
    const job: Tapped = {
      dtype,
      axes: [axis(conv, 0), axis(conv, 1)],
      groups,
      images: from.shape[0] as number,
      channels: sides.channels,
      rows: sides.rows,
      from: { data: from.data, at: from.offset, size: sides.size },
      to: { data: out, size: sides.to },
      weight: {
        data: kernels.data,
        at: kernels.offset,
        group: results * all,
        row: sides.row,
        channel: sides.channel,
        width,
      },
      bias: bias ? (row) => bias.data[bias.offset + row * (bias.strides[0] as number)] as number : () => 0,
    };
    runTapped(job);
    return dense(out, dtype, shape);
  };
}
