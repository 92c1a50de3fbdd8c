import localFont from 'next/font/local';

// From the package registry, served by ourselves: no page asks another host for anything.
// The extended sets are fetched only where a page has letters that the first ones lack.
const serif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  variable: '--serif',
  weight: '200 900',
  adjustFontFallback: 'Times New Roman',
});

const serifExt = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  variable: '--serif-ext',
  weight: '200 900',
  preload: false,
  adjustFontFallback: false,
});

const sans = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--sans',
  weight: '100 900',
});

const sansExt = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--sans-ext',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
});

export const fontClasses = [serif, serifExt, sans, sansExt].map((font) => font.variable).join(' ');
