import type { StoredDType } from "../safetensors/dtype.js";

/** Numbers that tensors are views of, as a pickle names them; the bytes stand elsewhere in the file. */
export class Storage {
  /** What its numbers are; undefined where only the tensors know. */
  readonly dtype: StoredDType | undefined;
  /** Its name in the file. */
  readonly key: string;
  /** How many numbers, or bytes where the dtype is not known. */
  readonly count: number;

  constructor(dtype: StoredDType | undefined, key: string, count: number) {
    this.dtype = dtype;
    this.key = key;
    this.count = count;
  }
}

/** A tensor as a pickle describes it: which numbers of a storage, in which order. All counts are checked integers >= 0. */
export class View {
  readonly storage: Storage;
  readonly dtype: StoredDType;
  /** The place of the first number in the storage. */
  readonly offset: number;
  readonly shape: readonly number[];
  /** For each dim how far apart neighbours are in the storage. */
  readonly strides: readonly number[];

  constructor(
    storage: Storage,
    dtype: StoredDType,
    offset: number,
    shape: readonly number[],
    strides: readonly number[],
  ) {
    this.storage = storage;
    this.dtype = dtype;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
  }
}
