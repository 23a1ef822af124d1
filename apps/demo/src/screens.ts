import type { ComponentType } from "preact";

interface ScreenEntry {
  /** What the screen is called. */
  readonly name: string;
  /** Fetches its code when it is first shown; absent for the first one, which the page brings along. */
  load?(): Promise<ComponentType>;
}

/** The screens in the order of the bar, by the word that their address starts with. A new screen is a line here. */
export const screens = {
  play: { name: "Playground" },
  train: { name: "Train lab", load: async () => (await import("./train/train-lab.tsx")).TrainLab },
  exercises: {
    name: "Exercises",
    load: async () => (await import("./exercises/exercises-screen.tsx")).ExercisesScreen,
  },
  digits: { name: "Digits", load: async () => (await import("./digits/digits-screen.tsx")).DigitsScreen },
  check: {
    name: "Gradient check",
    load: async () => (await import("./check/check-screen.tsx")).CheckScreen,
  },
  gpu: { name: "GPU", load: async () => (await import("./gpu/gpu-screen.tsx")).GpuScreen },
  speed: { name: "Speed", load: async () => (await import("./speed/speed-screen.tsx")).SpeedScreen },
} satisfies Record<string, ScreenEntry>;

export type Screen = keyof typeof screens;

/** A screen's line, read as one of many. */
export const entryOf = (screen: Screen): ScreenEntry => screens[screen];
