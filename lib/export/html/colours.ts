import { FIRST_DASHED, NIGHT, NIGHT_VOICES, PAPER, VOICES } from '../../picture/paper.ts';

const variables = (paper: Record<string, string>, voices: readonly string[]) =>
  [
    ...Object.entries(paper).map(([name, colour]) => `--${name}:${colour}`),
    ...voices.map((colour, i) => `--v${i}:${colour}`),
  ].join(';');

const day = `color-scheme:light;${variables(PAPER, VOICES)}`;
const night = `color-scheme:dark;${variables(NIGHT, NIGHT_VOICES)}`;

/** Paper, ink and voices by day and night: as the viewer's device has it, or as data-theme says; on paper it is day. */
export const COLOURS = [
  `:root{${day}}`,
  `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${night}}}`,
  `@media screen{:root[data-theme=dark]{${night}}}`,
  ...VOICES.map(
    (_, i) => `.v${i}{--voice:var(--v${i})${i >= FIRST_DASHED ? ';--rule:dashed' : ''}}`,
  ),
].join('\n');
