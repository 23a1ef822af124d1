import { type Code, WasmModule } from "@outgrad/ops/wasm";
import { Routine } from "../gemm/routine.js";
import { type Pairs, pairsOf } from "../pairs.js";

/**
 * Writes the sums of `outer` blocks of `count` rows of `inner` numbers from `at`, as doubles, to `out`. It may read and
 * write one number more than there are.
 */
export type SumFunction = (at: number, outer: number, count: number, inner: number, out: number) => void;

/** Rows of up to so many numbers are added by four sums at once, longer ones in halves. */
export const leaf = 128;

/** The binary of a module that imports a memory as env.memory and exports a SumFunction "rows" (inner is 1) and "columns". */
export function sumModule(type: "float32" | "float64"): Uint8Array<ArrayBuffer> {
  const pairs = pairsOf[type];
  const module = new WasmModule(1);
  const pairwise = module.reserveFunction({ params: ["i32", "i32"], results: ["f64"] });
  module.defineFunction(pairwise, pairwiseSum(pairs, pairwise));
  module.addFunction(rowSums(pairs, pairwise), [], "rows");
  module.addFunction(columnSums(pairs), [], "columns");
  return module.bytes();
}

/** The sum of n numbers from an address: the two pairs of sums lie in two vectors. */
function pairwiseSum(pairs: Pairs, self: number): Code {
  const routine = new Routine(...(["at", "n"] as const));
  const { code, at, get, number, binary, sum, product } = routine;
  const half = routine.local();
  const [low, high] = [code.local("v128"), code.local("v128")];
  const add = (total: number, read: () => void) => {
    code.localGet(total);
    read();
    code.f64x2Add().localSet(total);
  };
  routine.when(binary("below", number(leaf), get(at.n)), () => {
    routine.set(half, binary("and", binary("shift", get(at.n), number(1)), number(-4)));
    routine.call(self, get(at.at), get(half));
    const rest = binary("difference", get(at.n), get(half));
    routine.call(self, sum(get(at.at), product(get(half), number(pairs.bytes))), rest);
    code.f64Add().return();
  });
  routine.set(half, binary("shift", get(at.n), number(2)));
  routine.when(get(half), () =>
    routine.repeat(() => {
      add(low, () => pairs.load(code.localGet(at.at), 0));
      add(high, () => pairs.load(code.localGet(at.at), 2 * pairs.bytes));
      routine.advance(at.at, number(4 * pairs.bytes));
      routine.advance(half, number(-1));
    }, get(half)),
  );
  routine.set(at.n, binary("and", get(at.n), number(3)));
  routine.when(get(at.n), () =>
    routine.repeat(() => {
      add(low, () => pairs.single(code.localGet(at.at)));
      routine.advance(at.at, number(pairs.bytes));
      routine.advance(at.n, number(-1));
    }, get(at.n)),
  );
  code.localGet(low).f64x2ExtractLane(0).localGet(low).f64x2ExtractLane(1).f64Add();
  code.localGet(high).f64x2ExtractLane(0).localGet(high).f64x2ExtractLane(1).f64Add().f64Add();
  return code;
}

function rowSums(pairs: Pairs, pairwise: number): Code {
  const routine = new Routine(...(["at", "outer", "count", "inner", "out"] as const));
  const { code, at, get, number, product } = routine;
  routine.repeat(() => {
    code.localGet(at.out);
    routine.call(pairwise, get(at.at), get(at.count));
    code.f64Store();
    routine.advance(at.at, product(get(at.count), number(pairs.bytes)));
    routine.advance(at.out, number(8));
    routine.advance(at.outer, number(-1));
  }, get(at.outer));
  return code;
}

/** Row after row onto the sums, two columns at a time. A block's last pair may reach into the next one's sums, before those begin. */
function columnSums(pairs: Pairs): Code {
  const routine = new Routine(...(["at", "outer", "count", "inner", "out"] as const));
  const { code, at, get, number, product } = routine;
  const [row, j, from, to] = [routine.local(), routine.local(), routine.local(), routine.local()];
  const along = (body: () => void) => {
    routine.set(to, get(at.out));
    routine.set(from, get(at.at));
    routine.sweep(j, 2, get(at.inner), () => {
      body();
      routine.advance(to, number(16));
      routine.advance(from, number(2 * pairs.bytes));
    });
  };
  routine.repeat(() => {
    along(() => code.localGet(to).v128Const(0).v128Store());
    routine.set(row, get(at.count));
    routine.repeat(() => {
      along(() => {
        code.localGet(to).localGet(to).v128Load();
        pairs.load(code.localGet(from), 0).f64x2Add().v128Store();
      });
      routine.advance(at.at, product(get(at.inner), number(pairs.bytes)));
      routine.advance(row, number(-1));
    }, get(row));
    routine.advance(at.out, product(get(at.inner), number(8)));
    routine.advance(at.outer, number(-1));
  }, get(at.outer));
  return code;
}
