/** The letters of made-up words: no vowels, so that none is a word of a language by chance. */
const LATIN = 'bcdfghjklmnpqrstvwxz';
const HAN = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

/** A run of digits this long may be an ID or a number of somebody. */
const TELLING_DIGITS = 6;

const TRIES = 1000;

/** What is shorter may stand in any text. */
const LEAST_TELLING = 4;

const EMAIL = String.raw`[^\s@<>]+@[^\s@<>]+`;
const DATE = String.raw`\d{4}([-/.])\d{1,2}\1\d{1,2}`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** Matches nowhere. */
const NOTHING = '(?!)';

/** A name may run into the words of an ID: `ToyID: 1005…`. */
const ID_WORD = String.raw`ID(?=\s*[:：]\s*\d{8})`;
const WORD = String.raw`(?:(?!\p{Script=Han}|${ID_WORD})[\p{L}\p{M}])+`;
const UNITS = /^(?:ID|SKU|USD|CNY|RUB|EUR|GBP|US|[万共个家单天])$/u;

/** Made-up texts of the shape of real ones: what was the same stays the same, and what was not does not. */
export class MadeUp {
  readonly #source: string;
  readonly #random: () => number;
  readonly #tokens: RegExp;
  readonly #parts: ReadonlySet<string>;
  readonly #known = new Map<string, string>();
  #count = 0;

  /**
   * @param source all that is replaced from: nothing that stands in it is made up
   * @param parts words in Chinese characters that stay, also as parts of others
   */
  constructor(source: string, parts: readonly string[], random: () => number = Math.random) {
    this.#source = source;
    this.#parts = new Set(parts);
    this.#random = random;
    const part = parts.join('|') || NOTHING;
    const han = String.raw`(?:(?!${part})\p{Script=Han})+`;
    const kinds = [EMAIL, DATE, TIME, String.raw`\p{Nd}+`, part, han, ID_WORD, WORD];
    this.#tokens = new RegExp(kinds.join('|'), 'gu');
  }

  /** A text in which each word, number and address is another; its signs, units and currencies stay. */
  text(original: string): string {
    return original.replace(this.#tokens, (token) => this.#token(token));
  }

  /** A text of which only the long runs of digits are others. */
  digits(original: string): string {
    return original.replace(/\p{Nd}{6,}/gu, (token) => this.#token(token));
  }

  #token(token: string): string {
    if (UNITS.test(token) || this.#parts.has(token)) return token;
    const known = this.#known.get(token) ?? this.#other(token);
    this.#known.set(token, known);
    return known;
  }

  /** Another token of the same shape, where there is one also one that stands nowhere in the source. */
  #other(token: string): string {
    let other = this.#like(token);
    const isTaken = (): boolean =>
      token.length < LEAST_TELLING ? other === token : this.#source.includes(other);
    for (let tries = 0; tries < TRIES && isTaken(); tries += 1) other = this.#like(token);
    return other;
  }

  #like(token: string): string {
    this.#count += 1;
    if (token.includes('@')) return `${this.#letters('xxxxxx')}@example.com`;
    if (new RegExp(`^(?:${DATE})$`).test(token)) return this.#date(token);
    if (token.includes(':')) return token.replace(/\d+/g, () => String(10 + this.#below(10)));
    if (!/\p{Nd}/u.test(token)) return this.#letters(token);
    if (token.length < TELLING_DIGITS) return this.#digits(token.length);
    return `9${String(this.#count).padStart(token.length - 1, '0')}`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #date(token: string): string {
    const [sign = '-'] = /[-/.]/.exec(token) ?? [];
    return [2031 + this.#below(60), 10 + this.#below(3), 10 + this.#below(19)].join(sign);
  }

  #digits(length: number): string {
    return Array.from({ length }, (_, place) => (place === 0 ? 1 + this.#below(9) : this.#below(10))).join(
      '',
    );
  }

  #letters(token: string): string {
    return [...token]
      .map((letter) => {
        const alphabet = /\p{Script=Han}/u.test(letter) ? HAN : LATIN;
        const made = alphabet.charAt(this.#below(alphabet.length));
        return /\p{Lu}/u.test(letter) ? made.toUpperCase() : made;
      })
      .join('');
  }
}
