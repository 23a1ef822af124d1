import type { Handler, Handlers } from "../node.js";
import { arrangeHandlers } from "./arrange.js";
import { chooseHandlers } from "./choose.js";
import { elementwiseHandlers } from "./elementwise.js";
import { imageHandlers } from "./images.js";
import { layerHandlers } from "./layers.js";
import { reduceHandlers } from "./reduce.js";

const handlers: Handlers = {
  ...elementwiseHandlers,
  ...arrangeHandlers,
  ...chooseHandlers,
  ...reduceHandlers,
  ...layerHandlers,
  ...imageHandlers,
};

/** What computes nodes of that type, if anything here does. */
export const handlerFor = (opType: string): Handler | undefined =>
  Object.hasOwn(handlers, opType) ? handlers[opType] : undefined;
