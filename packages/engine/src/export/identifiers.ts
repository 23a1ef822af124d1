/** The words that no variable may be in one of the languages, and what the texts use of their libraries. */
const reserved = new Set(
  // C
  (
    "auto break case char const continue default do double else enum extern float for goto if inline int long register " +
    "restrict return short signed sizeof static struct switch typedef union unsigned void volatile while main asm near far " +
    "acos asin atan atan2 cos sin tan acosh asinh atanh cosh sinh tanh exp exp2 expm1 log log10 log1p log2 pow sqrt cbrt " +
    "hypot erf erfc abs fabs floor ceil round rint fmod frexp ldexp modf fmin fmax fdim fma copysign trunc nan j0 j1 jn y0 " +
    "y1 yn gamma lgamma tgamma signgam logb ilogb nearbyint lrint remainder scalbn drem significand memcpy div index " +
    "linux unix " +
    // Python
    "False None True and as assert async await class def del elif except finally from global import in is lambda match " +
    "nonlocal not or pass raise try type with yield math struct range list sum int print number numbers self " +
    // JavaScript
    "arguments catch debugger delete eval export extends false function implements instanceof interface let new null " +
    "package private protected public static super this throw true typeof undefined var Math Object Array Infinity NaN " +
    "Number DataView ArrayBuffer " +
    // GLSL ES 3.0
    "attribute uniform varying layout centroid flat smooth out inout bool invariant discard mat2 mat3 mat4 vec2 vec3 vec4 " +
    "ivec2 ivec3 ivec4 bvec2 bvec3 bvec4 uint uvec2 uvec3 uvec4 lowp mediump highp precision sampler2D sampler3D " +
    "samplerCube coherent writeonly readonly resource atomic_uint noperspective patch sample subroutine common partition " +
    "active filter input output image2D buffer shared superp cast namespace using template half fixed dot cross length " +
    "distance normalize reflect refract mix step smoothstep clamp min max mod sign fract inversesqrt degrees radians any " +
    "all texture dFdx dFdy fwidth determinant inverse transpose isnan isinf roundEven equal lessThan " +
    // WGSL
    "alias const_assert continuing diagnostic enable fn loop override requires array atomic bool f16 f32 i32 u32 ptr vec2f " +
    "vec3f vec4f bitcast select saturate sampler texture_2d vertex fragment compute binding group location storage private " +
    "workgroup function read write read_write id unless regardless module mod move mut nil noexcept of on pixelfragment " +
    "precise quat self set target trait unsafe unsized use where with await become cbuffer crate demote demote_to_helper do " +
    "export extends extern final finally handle impl import get goto macro meta mutable"
  ).split(" "),
);

/** Gives out names that are variables in every language, none twice. */
export class Identifiers {
  readonly #taken = new Map<string, number>();

  /** The name, or one like it that is free. What is no letter of English becomes its number, or an underscore. */
  take(wanted: string): string {
    const name = identifierOf(wanted);
    let count = this.#taken.get(name) ?? 0;
    if (count === 0) {
      this.#taken.set(name, 1);
      return name;
    }
    let free: string;
    do free = `${name}_${++count}`;
    while (this.#taken.has(free));
    this.#taken.set(name, count).set(free, 1);
    return free;
  }
}

function identifierOf(wanted: string): string {
  const spelt = wanted
    .replace(/[^\w\s.,:;/[\](){}'"-]/gu, (letter) => `u${(letter.codePointAt(0) as number).toString(16)}`)
    .replace(/\W+/g, "_")
    .replace(/_{2,}/g, "_");
  if (!/[A-Za-z0-9]/.test(spelt)) return "v";
  if (reserved.has(spelt)) return `${spelt}_`;
  return /^(?:\d|_|og_|gl_)/.test(spelt) ? `v_${spelt.replace(/^_/, "")}` : spelt;
}
