import { expose } from "comlink";
import { gradientErrors } from "./gradient-errors.ts";

expose(gradientErrors);
