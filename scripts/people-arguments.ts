import { UsageError } from './console.ts';

export const USAGE = `Usage: npm run people -- COMMAND [--json]

  list                 what is applied, in the file's own form, and what is one person by rule
  propose [--show SHOW]  names that may be one person, for you to judge
  preview [FILE]       who would be whom, and which addresses change; changes nothing
  apply [FILE]         makes it so, all of it or nothing; holds for what is ingested later, too

FILE is people.txt in the data folder where none is given:

  # A remark.
  Shawn Wang = Swyx, Shawn “Swyx” Wang
  not the same: Ann Lee, Anne Lee
  [Latent Space]
  Ethan He = Etan He
  [episode: a-talk-about-kites]
  Dan Shapiro = Dan
  even together: Bo Dahl = Speaker 3

What stands after [Show] or [episode: SLUG] holds there only. Two names that both speak in one episode are
joined only by “even together”. “not the same: Ann Lee” below [Show] tells her from who is called so in
other shows. A line that is taken away is as if it had never been: the files' own names are kept.
`;

export type Command = { json: boolean } & (
  | { command: 'list' }
  | { command: 'propose'; show: string | undefined }
  | { command: 'preview' | 'apply'; file: string | undefined }
);

/** @throws UsageError. */
export function readCommand(words: readonly string[]): Command {
  const json = words.includes('--json');
  const [command, ...rest] = words.filter((word) => word !== '--json');
  if (command === 'list' && rest.length === 0) return { command, json };
  if (command === 'propose') {
    const [option, show, ...more] = rest;
    if (option === undefined) return { command, json, show: undefined };
    if (option === '--show' && show && more.length === 0) return { command, json, show };
  }
  if ((command === 'preview' || command === 'apply') && rest.length <= 1) {
    const [file] = rest;
    if (!file?.startsWith('-')) return { command, json, file };
  }
  throw new UsageError(USAGE);
}
