import { readable } from './readable.ts';

/** Those that tools write into captions and JSON; not all of HTML. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
  apos: "'",
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  iexcl: '¡',
  iquest: '¿',
  deg: '°',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
};
const LETTER = /^([a-z])(acute|grave|circ|uml|tilde|ring|cedil|caron)$/i;
const ACCENTS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030A',
  cedil: '\u0327',
  caron: '\u030C',
};

/** Character references of WebVTT, and those of HTML that tools write, as characters. */
export const unescapeEntities = (text: string): string =>
  text.replace(
    /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return named(name) ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return point > 0 && point <= 0x10ffff ? readable(String.fromCodePoint(point)) : whole;
    },
  );

function named(name: string): string | null {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? null;
  const [, letter, accent = ''] = LETTER.exec(name) ?? [];
  return letter ? `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC') : null;
}
