import type { DType } from "@outgrad/engine/backend";
import { javascript, SourcePrinter, typescript } from "@outgrad/ops/source";
import { type HelperName, helperNames, helperText } from "./helpers/index.js";
import { arrayText, decoderText } from "./numbers.js";

/** The words of the language, and what the text around the weights uses. */
const reserved = (
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
  "finally for function if implements import in instanceof interface let new null package private protected public return " +
  "static super switch this throw true try type typeof undefined var void while with yield Array ArrayBuffer DataView " +
  "Float32Array Float64Array Infinity Math NaN Number Numbers Object RangeError decoded forward none x"
).split(" ");

/** Collects the parts of a printed model: arrays, functions, and the lines of its forward. */
export class Writer {
  readonly dtype: DType;
  readonly printer: SourcePrinter;
  readonly lines: string[] = [];
  /** So many products are added before the next sum begins. */
  readonly run: number;
  private readonly types: boolean;
  private readonly arrays: string[] = [];
  private readonly helpers = new Set<HelperName>();
  private readonly taken: Set<string>;
  private isCoded = false;

  /** `name` is what the function is called. */
  constructor(dtype: DType, types: boolean, run: number, name: string) {
    this.taken = new Set([...reserved, ...helperNames, name]);
    this.dtype = dtype;
    this.types = types;
    this.run = run;
    this.printer = new SourcePrinter(types ? typescript : javascript);
  }

  /** Whether something of the text is called so. */
  isTaken(name: string): boolean {
    return this.taken.has(name);
  }

  /** A name that nothing has yet, as near to the one wanted as an identifier can be. */
  name(wanted: string): string {
    const stem = wanted.replace(/[^A-Za-z0-9]+/g, "_").replace(/^(?=\d)/, "layer_");
    let name = stem;
    for (let k = 2; this.taken.has(name); k++) name = `${stem}_${k}`;
    this.taken.add(name);
    return name;
  }

  /** An array with these numbers; gives what it is called. */
  array(wanted: string, numbers: ArrayLike<number>, shape: readonly number[]): string {
    const name = this.name(wanted);
    const { text, isCoded } = arrayText(numbers, this.dtype);
    this.isCoded ||= isCoded;
    this.arrays.push(`// [${shape.join(", ")}]\nconst ${name} = ${text};\n`);
    return name;
  }

  /** A call of one of the functions that come with the text. */
  call(
    helper: HelperName,
    ...args: readonly (string | number | readonly (number | readonly number[])[])[]
  ): string {
    this.helpers.add(helper);
    if (helper === "sum") this.helpers.add("pairwise");
    return `${helper}(${args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(", ")})`;
  }

  /** With types only where they are wanted. */
  typed(text: string): string {
    if (this.types) return text;
    return text
      .replace(
        /: (?:readonly )?(?:ArrayLike<number>|\(readonly number\[\]\)|Numbers|Float(?:64|32)Array|number|string)(?:\[\])?(?=[,)= ]|$)/g,
        "",
      )
      .replaceAll("]!", "]");
  }

  /** All that stands around the forward function. */
  around(): { readonly arrays: string; readonly functions: string } {
    const short = this.dtype === "float32" ? "f" : "";
    const own = helperNames
      .filter((name) => this.helpers.has(name))
      .map((name) => {
        const text = helperText(name).replaceAll("RUN", String(this.run));
        if (!text.includes("EXP")) return text;
        const [exp, log] = [this.printer.call(`exp${short}`, ["0"]), this.printer.call(`log${short}`, ["0"])];
        return text.replaceAll("EXP(", exp.replace(/0\)$/, "")).replaceAll("LOG(", log.replace(/0\)$/, ""));
      })
      .map((text) => this.typed(text));
    const decoder = this.isCoded ? [this.typed(decoderText(this.dtype))] : [];
    return {
      arrays: this.arrays.join("\n"),
      functions: [...this.printer.functions(), ...own, ...decoder].join("\n"),
    };
  }
}
