/** Where the lines of a text begin. CR, LF and both together end a line. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const end of text.matchAll(/\r\n|\r|\n/g)) this.starts.push(end.index + end[0].length);
  }

  /** The line of a position in the text, from 1. */
  at(position: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** The place of a position in its line, from 1. */
  column(position: number): number {
    return position - (this.starts[this.at(position) - 1] as number) + 1;
  }
}
