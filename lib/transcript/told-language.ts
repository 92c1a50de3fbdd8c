/** So much of the text is looked at (characters), and so many words must tell. */
const LOOKED_AT = 20_000;
const LEAST_WORDS = 30;
/** From this share of all letters on a script tells the language. */
const SHARE = 0.3;

const SCRIPTS: [script: RegExp, language: string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Arabic}/gu, 'ar'],
  [/\p{sc=Han}/gu, 'zh'],
];

/** Words that nearly every sentence of a language has, and others rarely. */
const COMMON: Record<string, string> = {
  en: 'the and to of that it is you was for with this have they we but what not so are',
  de: 'und der die das ist nicht ich wir es ein eine auch mit auf aber dass sich für haben',
  fr: 'et le les des est pas que je une dans pour qui sur ça vous nous avec mais cette',
  es: 'y el los las es que no una por con para como pero más esto muy hay porque está',
  pt: 'e os as é que não uma por com para como mas mais isso muito tem você porque está',
  it: 'e il gli è che non una per con come ma più questo molto sono anche della perché',
  nl: 'en de het is niet ik een dat wij maar ook met voor zijn van wat je aan',
  sv: 'och det är inte jag en som att på med för men också vi har så',
  ru: 'и в не на что я это как он но так вы мы у за то же бы',
  uk: 'і в не на що я це як він але так ви ми у за то вже є',
};

/**
 * The language that a text's own words are in, where the script or the commonest words leave no doubt; else null.
 */
export function toldLanguage(text: string): string | null {
  const start = text.slice(0, LOOKED_AT).toLowerCase();
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [script, language] of SCRIPTS) {
    const least = language === 'ja' ? SHARE / 2 : SHARE;
    // Persian and Urdu have letters of their own in nearly every sentence.
    if (language === 'ar' && /[پچژگٹے]/u.test(start)) continue;
    if ((start.match(script)?.length ?? 0) > letters * least) return language;
  }
  const words = start.match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const ranked = Object.entries(COMMON)
    .map(([language, common]) => {
      const own = new Set(common.split(' '));
      return { language, share: words.filter((word) => own.has(word)).length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  return best && next && best.share >= 0.12 && best.share > next.share * 1.5 ? best.language : null;
}
