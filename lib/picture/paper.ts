/*
 * The reader's colours (app/globals.css, app/speakers.css), for what is made without those style
 * sheets: pictures, files and cards. tests/unit/picture checks that they are the same.
 */
export const PAPER = {
  ground: '#fcfaf6',
  tint: '#f3efe6',
  ink: '#1f1c18',
  muted: '#635d54',
  line: '#e2dcd0',
  link: '#38459a',
  mark: '#ffe08a',
  markNow: '#ffc53d',
  markInk: '#1f1c18',
} as const;

/** The same by night. */
export const NIGHT: Record<keyof typeof PAPER, string> = {
  ground: '#161412',
  tint: '#231f1b',
  ink: '#e8e2d8',
  muted: '#a79f93',
  line: '#332e28',
  link: '#a9b2ff',
  mark: '#5f4b12',
  markNow: '#d39a1e',
  markInk: '#fff6dd',
};

export const VOICES = [
  '#4552a8',
  '#806200',
  '#7c006b',
  '#576e4c',
  '#4a05b0',
  '#44250c',
  '#a44882',
  '#101e3b',
  '#6f49e4',
  '#430084',
  '#1a4f44',
  '#773913',
] as const;

/** The same voices by night. */
export const NIGHT_VOICES = [
  '#98a2ff',
  '#e0b040',
  '#ff9ad5',
  '#94895f',
  '#cdfa92',
  '#6e918c',
  '#e9d919',
  '#afb568',
  '#d360bb',
  '#72c298',
  '#6d86ff',
  '#88efa6',
] as const;

/** From this voice on the rule is broken too: colour is never the only sign. */
export const FIRST_DASHED = 6;

/** The colour of a voice, by its number; that of lines for an unknown speaker. */
export const voiceColour = (voice: number | null): string =>
  (voice === null ? undefined : VOICES[voice]) ?? PAPER.line;
