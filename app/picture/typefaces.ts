import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Typeface, typeface } from '@/lib/picture/typeface';
import { readWoff } from '@/lib/picture/woff';

const FOLDER = path.join(process.cwd(), 'node_modules/@fontsource/source-serif-4/files');
/** Parts of the typeface, the most used first. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext'] as const;

interface Font {
  name: string;
  data: Buffer;
  weight: 400 | 600;
  style: 'normal';
}

interface Typefaces {
  regular: Typeface;
  strong: Typeface;
  fonts: Font[];
}

let read: Typefaces | undefined;

/** The typeface of the pictures, in two weights, as text is measured with it and as it is drawn. */
export function typefaces(): Typefaces {
  read ??= readTypefaces();
  return read;
}

function readTypefaces(): Typefaces {
  const parts = (weight: 400 | 600): Font[] =>
    PARTS.map((part, i) => ({
      name: `p${i}`,
      data: readFileSync(path.join(FOLDER, `source-serif-4-${part}-${weight}-normal.woff`)),
      weight,
      style: 'normal',
    }));
  const [regular, strong] = [parts(400), parts(600)];
  const measured = (fonts: Font[]) => typeface(fonts.map(({ data }) => readWoff(data)));
  return { regular: measured(regular), strong: measured(strong), fonts: [...regular, ...strong] };
}
