import { describe, expect, test } from "vitest";
import { PytorchError, readPytorch } from "../../src/pytorch/index.js";
import { archive, fixture, integer, pickle, pushed, tensor, withChecksums } from "./fixtures.js";

const four = { 0: new Uint8Array(16) };
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at < 0 ? copy.length + at : at] = value;
  return copy;
};
/** The place of the directory's first entry. */
const directory = (bytes: Uint8Array): number =>
  bytes.findIndex(
    (_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2,
  );
const nothing = archive(pickle("N"));
const big = 2 ** 53 - 1;

const refused: [string, Uint8Array, string][] = [
  ["an empty file", new Uint8Array(0), "this is no file of torch.save: it is neither a zip archive nor a pickle"],
  ["a safetensors file", Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d), "this is no file of torch.save"],
  ["a zip archive without an end", nothing.subarray(0, -30), "the zip archive has no end: the file is truncated"],
  ["bytes behind the end", Uint8Array.of(...nothing, 0), "the zip archive has no end: the file is truncated"],
  ["a directory that is elsewhere", changed(nothing, -6, 1), "the zip archive's directory is damaged"],
  ["a directory that is shorter", changed(nothing, -12, 200), "the zip archive's directory is damaged"],
  ["a damaged entry", changed(fixture("1.13", "mlp"), 100, 7), "does not match its checksum: it is damaged"],
  ["a compressed entry", changed(nothing, directory(nothing) + 10, 8), 'entry "x/data.pkl" of the zip archive is compressed, which torch.save never does'],
  ["an encrypted entry", changed(nothing, directory(nothing) + 8, 1), 'entry "x/data.pkl" of the zip archive is encrypted'],
  ["an entry that is not there", changed(nothing, directory(nothing) + 42, 9), 'the zip archive has no entry where "x/data.pkl" should be'],
  ["an entry without a name", changed(nothing, directory(nothing) + 28, 0), "the zip archive's directory is damaged"],
  ["entries longer than the archive", changed(changed(nothing, directory(nothing) + 23, 1), directory(nothing) + 27, 1), "the entries of the zip archive are longer than the archive"],
  ["a whole model", fixture("1.13", "whole-model"), 'the file asks for "torch.nn.modules.linear.Linear"; a pickle is a program, and none is run here'],
  ["a command", archive(pickle("cposix\nsystem\n", ...pushed("ls"), 0x85, "R")), 'the file asks for "posix.system"; a pickle is a program, and none is run here'],
  ["a name of Object.prototype", archive(pickle("ctorch\nconstructor\n")), 'the file asks for "torch.constructor"'],
  ["a program of protocol 4", archive(pickle(...pushed("os"), ...pushed("system"), 0x93)), 'the file asks for "os.system"'],
  ["a complex tensor", archive(pickle("ctorch\nComplexFloatStorage\n")), 'the file asks for "torch.ComplexFloatStorage"'],
  ["an instance", archive(pickle("ccollections\nOrderedDict\n)", 0x81)), "the file's pickle has the opcode 0x81, which data do not need"],
  ["a call of what is no function", archive(pickle("N)R")), "the file's pickle is damaged"],
  ["a call with no arguments", archive(pickle("ccollections\nOrderedDict\nNR")), "the file's pickle is damaged"],
  ["an OrderedDict of a list", archive(pickle("ccollections\nOrderedDict\n]", 0x85, "R")), "collections.OrderedDict is called in a way that PyTorch does not call it"],
  ["a pickle without end", archive(pickle("N").subarray(0, -1)), "the file's pickle ends too early: the file is damaged"],
  ["an empty stack", archive(pickle("")), "the file's pickle is damaged"],
  ["two results", archive(pickle("NN")), "the file's pickle is damaged"],
  ["no mark", archive(pickle("Nt")), "the file's pickle is damaged"],
  ["a mark as a result", archive(pickle("(")), "the file's pickle is damaged"],
  ["an unknown memory", archive(pickle("h", 9)), "the file's pickle is damaged"],
  ["a memory far away", archive(pickle("Nr", 0, 0, 0, 0x7f)), "the file's pickle is damaged"],
  ["an odd dict", archive(pickle("}(Nu")), "the file's pickle is damaged"],
  ["items of no dict", archive(pickle("](NNu")), "the file's pickle is damaged"],
  ["items of no list", archive(pickle("}Na")), "the file's pickle is damaged"],
  ["a key twice", archive(pickle("}(", ...pushed("a"), "N", ...pushed("a"), "Nu")), "a dict has a key twice"],
  ["a list as a key", archive(pickle("}(]Nu")), "a dict has a key that is neither text nor number"],
  ["a list inside itself", archive(pickle("]q", 0, "h", 0, "a")), '"0" is inside itself'],
  ["a dict inside itself", archive(pickle("}", ...pushed("a"), "}q", 0, ...pushed("b"), "h", 0, "ss")), '"a.b" is inside itself'],
  ["200 lists", archive(pickle("]".repeat(200), "a".repeat(199))), "its data are nested more than 100 levels deep"],
  ["20,000 dicts", archive(pickle("](", "}".repeat(20_000), "e")), "the file has more lists and dicts than a file of its size may have"],
  ["a pickle of 17 MB", new Uint8Array(17_000_000).fill(0x80), "the file's pickle has more than 16777216 bytes; keep long lists of numbers as tensors"],
  ["an integer of 200 bytes", archive(pickle(0x8a, 200, ...Array<number>(200).fill(1))), "the file has an integer of 200 bytes"],
  ["a text that is longer than the file", archive(pickle("X", 255, 255, 255, 255)), "the file's pickle ends too early"],
  ["broken UTF-8", archive(pickle("X", 1, 0, 0, 0, 255)), "the file's pickle has a text that is not valid UTF-8"],
  ["a name without end", archive(pickle("ctorch")), "the file's pickle ends too early"],
  ["bytes that are no Latin-1", archive(pickle("c_codecs\nencode\n", ...pushed("ä"), ...pushed("utf-8"), 0x86, "R")), "_codecs.encode is called in a way"],
  ["a class for data", archive(pickle("ctorch\nFloatStorage\n")), "what the file holds is no data, but a part of a tensor's description"],
  ["a storage for data", archive(pickle("](", ...storage(4), "e"), four), '"0" is no data, but a part of a tensor\'s description'],
  ["a strange storage", archive(pickle("NQ")), "a storage is described in a way that PyTorch does not describe it"],
  ["a dtype for a storage", archive(pickle("(", ...pushed("storage"), "ctorch\nfloat32\n", ...pushed("0"), ...pushed("cpu"), ...integer(4), "tQ"), four), "a storage is described in a way"],
  ["a tensor without a storage", archive(pickle(...tensor(4, 0, [4], [1]))), 'the tensor is in storage "0", which the file does not have'],
  ["a storage of another size", archive(pickle(...tensor(3, 0, [3], [1])), four), "the tensor is in a storage of 12 bytes, but the file has 16 for it"],
  ["a tensor that is too long", archive(pickle(...tensor(4, 0, [5], [1])), four), "the tensor goes beyond its storage: it needs 20 bytes, and 16 are there"],
  ["an offset beyond the storage", archive(pickle(...tensor(4, 4, [1], [1])), four), "it needs 20 bytes, and 16 are there"],
  ["a stride beyond the storage", archive(pickle(...tensor(4, 0, [2, 2], [3, 1])), four), "it needs 20 bytes, and 16 are there"],
  ["a stride of 2**53 - 1", archive(pickle(...tensor(4, 0, [2], [big])), four), "the tensor goes beyond its storage"],
  ["a shape that overflows", archive(pickle(...tensor(4, 0, [2 ** 30, 2 ** 30], [0, 0])), four), "the tensor has a shape that is too large for any file"],
  ["an overflow behind a 0", archive(pickle(...tensor(4, 0, [0, big, big], [0, 0, 0])), four), "the tensor has a shape that is too large for any file"],
  ["4 GB of one number", archive(pickle(...tensor(4, 0, [2 ** 30], [0])), four), "the tensors share storages and would take more than"],
  ["a negative size", archive(pickle(...tensor(4, 0, [2], [1]).map((part) => (part === 2 ? 255 : part))), four), "the tensor"],
  ["strides of other dims", archive(pickle(...tensor(4, 0, [2, 2], [1])), four), "a tensor is described in a way that PyTorch does not describe it"],
  ["65 dims", archive(pickle(...tensor(4, 0, Array(65).fill(1), Array(65).fill(1))), four), "a tensor is described in a way"],
  ["another pickle", pickle("N"), "the file is a pickle, but not one of torch.save"],
  ["a truncated file of the old format", fixture("1.13", "formats-legacy").subarray(0, -1), "the file ends too early: the file is damaged"],
]; // biome-ignore format: one row per file

/** The opcodes that push a storage of so many float32 numbers. */
function storage(count: number): (number | string)[] {
  const opcodes = tensor(count, 0, [], []);
  return ["(", ...opcodes.slice(1, opcodes.indexOf("tQ") + 1)];
}

describe("readPytorch(bytes) refuses", () => {
  test.each(refused)("%s", (_, bytes, sentence) => {
    let error: unknown;
    try {
      readPytorch(bytes);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(PytorchError);
    expect((error as Error).name).toBe("PytorchError");
    expect((error as Error).message).toContain(sentence);
    expect((error as Error).message).toMatch(/^readPytorch: .{1,500}\.$/);
  });

  test("numbers with their highest byte first", () => {
    const bytes = fixture("2.13", "mlp");
    const at = Buffer.from(bytes).indexOf("little");
    bytes.set(Buffer.from("bigger"), at);
    expect(() => readPytorch(withChecksums(bytes))).toThrow(
      "the numbers were written with their highest byte first",
    );
  });

  test("an archive of something else", () => {
    const bytes = Buffer.from(fixture("2.13", "mlp"));
    const other = Buffer.from(bytes.toString("latin1").replaceAll("data.pkl", "data.txt"), "latin1");
    expect(() => readPytorch(new Uint8Array(other))).toThrow(
      "this zip archive was not written by torch.save",
    );
  });

  test("what is not a Uint8Array", () => {
    for (const bytes of [undefined, "text", new ArrayBuffer(8)]) {
      expect(() => readPytorch(bytes as never)).toThrow("readPytorch: expected a Uint8Array; make one of");
    }
  });
});
