import { awkward } from "./awkward.ts";
import { firstGraphs } from "./graphs.ts";
import { losses } from "./losses.ts";
import { neurons } from "./neurons.ts";
import type { Preset } from "./preset.ts";
import { slopes } from "./slopes.ts";

/** The examples under headings, in the order in which one learns from them. */
export const presetGroups = [
  { name: "First graphs", presets: firstGraphs },
  { name: "Slopes by nudging", presets: slopes },
  { name: "Neurons", presets: neurons },
  { name: "Losses", presets: losses },
  { name: "Awkward places", presets: awkward },
] as const satisfies readonly { readonly name: string; readonly presets: readonly Preset[] }[];

/** All examples; the first one is what a fresh page shows. */
export const presets = [...firstGraphs, ...slopes, ...neurons, ...losses, ...awkward] as const;
