import type { CaseState } from '../case/state.js';
import { lately } from '../memoize.js';
import { own } from '../record.js';

/** Letters that no Unicode decomposition takes apart. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
];

/** Words of a legal form at the end of a company's name, without their points. */
const LEGAL_FORMS =
  'ab ag aps as bv co corp corporation doo eg gmbh inc incorporated kft kg kgaa lda limited llc llp lp ltd ltda mbh nv ohg oo oy oyj plc private pte pty pvt sa sarl sas se sl slu sp spa srl sro ug z'.split(
    ' ',
  );

/** Legal forms that are written in full as often as in short. */
const IN_FULL: Record<string, string> = {
  limited: 'ltd',
  private: 'pvt',
  incorporated: 'inc',
  corporation: 'corp',
};

/** Names that are compared: a case has some tens, and every judgement asks for them. */
const KEPT = 1_000;

/** Words of a company's name, without case, accents and punctuation. */
const wordsIn = lately(KEPT, (name): readonly string[] => {
  const plain = LETTERS.reduce((text, [from, to]) => text.replaceAll(from, to), name.normalize('NFKC').toLowerCase())
    .normalize('NFD')
    .replace(/[\p{M}.'’]/gu, '')
    // "sp. z o. o." is written with and without the last blank.
    .replace(/\bz o o\b/u, 'z oo');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
});

/** A company's name as it is compared: without case, accents, punctuation and legal form. */
export const comparable = lately(KEPT, (name) => {
  const words = wordsIn(name);
  const kept = words.findLastIndex((word) => !LEGAL_FORMS.includes(word));
  return words.slice(0, kept < 0 ? words.length : kept + 1).join(' ');
});

/** True where two names are most likely one company's, "Bałtyk AI" and "BALTYK AI sp. z o.o."; never a proof that they are. */
export const sameCompany = (a: string, b: string): boolean => comparable(a) === comparable(b);

/** A company's name as it is told from its group's: with its legal form, however that is written. */
const withForm = (name: string): string =>
  wordsIn(name)
    .map((word) => own(IN_FULL, word) ?? word)
    .join(' ');

/** True where two names are one company's, legal form included: "Bałtyk AI Pvt Ltd" is another legal person than "Bałtyk AI". */
export const identical = (a: string, b: string): boolean => withForm(a) === withForm(b);

/** True for a name that a company of the same group bears: the same name, and another legal form. */
export const isAffiliate = (name: string, of: string): boolean => sameCompany(name, of) && !identical(name, of);

/** How many legal persons a list of names is. */
export const legalPersonsIn = (names: readonly string[]): number => new Set(names.map(withForm)).size;

/** How many companies a list of names is, one company counted once however it is written. */
export const companiesIn = (names: readonly string[]): number => new Set(names.map(comparable)).size;

/** True where a text, as “OpenAI API, Team plan”, begins with a company's name, or is it. */
export const namesCompany = (text: string, company: string): boolean =>
  `${comparable(text)} `.startsWith(`${comparable(company)} `);

/** Names of the vendor and of every company that employs somebody of the roster. */
const vendorSide = ({ intake, people }: CaseState): string[] => [
  intake.vendor.name,
  ...Object.values(people).map((p) => p.employer),
];

/** True for the vendor, or for a company whose people it proposed: neither attests, certifies or refers to itself. */
export const isVendorCompany = (state: CaseState, name: string): boolean =>
  vendorSide(state).some((known) => sameCompany(known, name));
