import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether tests go as deep as they can, and train to the end. */
    isLong: boolean;
  }
}
