/** An input that something went wrong with, by its number among its target's cases. */
export interface Failure {
  readonly name: string;
  readonly index: number;
  readonly wrong: string;
  /** Its first bytes, base64. */
  readonly input: string;
}

export interface Found {
  readonly name: string;
  readonly read: number;
  readonly refused: number;
  /** Milliseconds of the slowest, and which it was. */
  readonly slowest: number;
  readonly slow: number;
  /** Bytes that one allocated at most beyond what its own size allows. */
  readonly hungriest: number;
  readonly failures: readonly Failure[];
}

export interface FuzzOptions {
  readonly seed?: number;
  readonly cases?: number;
  readonly only?: string;
  readonly from?: number;
  readonly endless?: number;
  readonly most?: number;
  readonly targets?: ReadonlyMap<string, string>;
}

export function fuzz(options?: FuzzOptions): Promise<Found[]>;
