/**
 * How likely each of 17 levels is, learnt while reading: the packer and the reader keep equal counts.
 *
 * A level's context is its column and whether the levels to its left and above it are above 7: most pixels are
 * like their neighbours. A context's counts start at 1 and grow by 4 with each sighting.
 */
export class LevelModel {
  static readonly levels = 17;
  static readonly columns = 65;

  readonly #counts = new Uint16Array(4 * LevelModel.columns * LevelModel.levels).fill(1);
  #first = 0;

  /** Turns to the level in `column` of a row of which the earlier columns are known. */
  enter(row: ArrayLike<number>, column: number): void {
    const left = (row[column - 1] ?? 0) > 7 ? 1 : 0;
    const above = (row[column - 8] ?? 0) > 7 ? 2 : 0;
    this.#first = (4 * column + left + above) * LevelModel.levels;
  }

  /** The sum of the counts of this context. */
  total(): number {
    return this.below(LevelModel.levels);
  }

  /** The sum of the counts of the levels below `level`. */
  below(level: number): number {
    let sum = 0;
    for (let i = 0; i < level; i++) sum += this.#counts[this.#first + i] as number;
    return sum;
  }

  /** Counts a sighting of `level`. */
  learn(level: number): void {
    this.#counts[this.#first + level] = (this.#counts[this.#first + level] as number) + 4;
  }
}
