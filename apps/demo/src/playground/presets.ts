import { awkward } from "./presets-awkward.ts";
import { firstGraphs } from "./presets-graphs.ts";
import { losses } from "./presets-losses.ts";
import { neurons } from "./presets-neurons.ts";
import { slopes } from "./presets-slopes.ts";

/** A ready expression with the numbers of its leaves, and what to look for in it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly leaves: Readonly<Record<string, number>>;
  readonly lesson: string;
}

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
