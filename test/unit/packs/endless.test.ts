import { describe, expect, it } from 'vitest';
import { isEndless } from '../../../utils/packs/endless.ts';

describe('a regular expression', () => {
  it.each([
    ['a loop in a loop', '(a+)+$'],
    ['a loop that can be empty in a loop', '(?:a*)*b'],
    ['a choice that is none, in a loop', '(?:a|a)*b'],
    ['choices of which one begins as the other', '(?:a|ab|b)*c'],
    ['sets that share characters', '(?:.|\\s)*x'],
    ['a set and a script', '(?:\\p{Script=Han}|[一-龥])*。'],
    ['a gap that may be missing', '(?:\\w+\\s?)*$'],
    ['rounds of several lengths', '(?:\\d{2}a|\\d\\da)*b'],
    ['rounds of two or three', '(?:a{2,3})*b'],
    ['many rounds that can be empty', '(?:a?){30}a{30}'],
    ['a number of loops', '(?:\\d+){5}x'],
    ['three loops over the same text', '.*.*.*=.*'],
    ['loops with nothing between them', '\\s*\\s*\\s*x'],
    ['what is only looked at', '(?=(?:a+)+$)a'],
    ['a word that has to come again', '(a+)\\1'],
    ['more than any pack needs', '(?:[a-z]{50}){50}'],
  ])('of %s can be endless', (_, pattern) => {
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
    expect(isEndless(pattern)).toBe(true);
  });

  it.each([
    ['a loop', 'a+b'],
    ['loops that share nothing', '\\s*\\d+\\s*'],
    ['groups of digits', '\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?'],
    ['rounds with a mark between them', '(?:[A-Za-z/]+\\s*[，,、·]\\s*)*(半托管)'],
    ['two loops about a word', '.*(?:证书|报告|实拍图).*'],
    ['choices that begin otherwise', '(?:ab|cd)*'],
    ['rounds of one length', '(?:\\d{2})*'],
    ['escapes, sets and what is looked at', '(?!请选择|\\u{4e0d}$)[^\\d\\]]{2,}\\p{Lu}?'],
  ])('of %s can not', (_, pattern) => {
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
    expect(isEndless(pattern)).toBe(false);
  });
});
