import { later } from "../later.tsx";

/** The result over one leaf or two, with its slope. */
export const GeometryPanel = later(
  "The gradient in a picture",
  "geometry",
  async () => (await import("./geometry-panel.tsx")).GeometryPanel,
);
