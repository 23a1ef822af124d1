import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import type { Rule } from "../update.js";
import type { Layout } from "./layout.js";

/** Leaves from slot `from` to `to` that a rule changes. */
export interface Updated {
  readonly rule: Rule;
  readonly from: number;
  readonly to: number;
}

/** Writes a function that changes leaves by their gradients, one after the other. */
export function updateCode({ rule, from, to }: Updated, printer: FormulaPrinter, layout: Layout): Code {
  const code = new Code();
  const numbers = rule.names.map((_, i) => {
    const local = code.local("f64");
    code
      .i32Const(0)
      .f64Load(layout.numbers + 8 * i)
      .localSet(local);
    return local;
  });
  const place = code.local("i32");
  code
    .i32Const(8 * from)
    .localSet(place)
    .loop()
    .localGet(place);
  printer.print(rule.formula, code, (name) => {
    if (name === "p") code.localGet(place).f64Load(layout.values);
    // Plus 0: a sum of nothing but -0 is 0, as Value's.
    else if (name === "g") code.localGet(place).f64Load(layout.gradients).f64Const(0).f64Add();
    else code.localGet(numbers[rule.names.indexOf(name)] as number);
  });
  code.f64Store(layout.values).localGet(place).i32Const(8).i32Add().localTee(place);
  return code
    .i32Const(8 * to)
    .i32LtU()
    .brIf(0)
    .end();
}
