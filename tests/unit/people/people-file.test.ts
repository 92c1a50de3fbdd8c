import { describe, expect, it } from 'vitest';
import { parsePeople } from '@/lib/people/people-file';
import { printPeople } from '@/lib/people/print-people';

const FILE = `# Who is whom.
Shawn Wang = Swyx, Shawn “Swyx” Wang
not the same: Ann Lee, Anne Lee, Anna Lee

[Latent Space]
Ethan He = Etan He
not the same: Ann Lee
show: Slow Water
Jon Abelsen = John Abelson
[episode: tidal-kites]
Dan Shapiro = Dan
even together: Bo Dahl = Speaker 3
`;
const problems = (...lines: string[]) =>
  parsePeople(lines.join('\n')).problems.map(({ line, message }) => `line ${line} ${message}`);

describe('a people file', () => {
  it('gives spellings, people to be kept apart, and where each holds', () => {
    const { rules, problems: none } = parsePeople(`\uFEFF${FILE.replaceAll('\n', '\r\n')}`);
    expect(none).toEqual([]);
    expect(
      rules.map(({ show, episode, kind, name, other, line }) =>
        [line, episode ?? show ?? 'all', kind, name, other].join(' | '),
      ),
    ).toEqual([
      '2 | all | same | Shawn Wang | Swyx',
      '2 | all | same | Shawn Wang | Shawn “Swyx” Wang',
      '3 | all | apart | Ann Lee | Anne Lee',
      '3 | all | apart | Ann Lee | Anna Lee',
      '3 | all | apart | Anne Lee | Anna Lee',
      '6 | Latent Space | same | Ethan He | Etan He',
      '7 | Latent Space | apart | Ann Lee | ',
      '9 | Slow Water | same | Jon Abelsen | John Abelson',
      '11 | tidal-kites | same | Dan Shapiro | Dan',
      '12 | tidal-kites | together | Bo Dahl | Speaker 3',
    ]);
  });

  it('is printed in its own form, and reads the same again', () => {
    const bare = (text: string) => parsePeople(text).rules.map(({ line: _, ...rule }) => rule);
    const printed = printPeople(bare(FILE));
    expect(printed).toContain('[Latent Space]\nEthan He = Etan He\nnot the same: Ann Lee\n');
    const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(bare(printed).sort(byText)).toEqual(bare(FILE).sort(byText));
    expect(printPeople([])).toBe('');
  });

  it.each([
    [['Ann Lee'], 'line 1 is no rule'],
    [['A = B = C'], 'line 1 is no rule'],
    [['', 'Ann Lee ='], 'line 2 gives no other spelling of “Ann Lee”'],
    [['= Ann'], 'line 1 has “” as a name, which has no letter'],
    [['Ann = 12'], 'line 1 has “12” as a name, which has no letter'],
    [['Ann = Ann'], 'line 1 gives “Ann” as its own other spelling'],
    [['Ann Lee = Speaker 1'], 'line 1 names “Speaker 1”, who is somebody else in every episode'],
    [['Speaker 1 = Ann Lee'], 'line 1 calls somebody “Speaker 1”'],
    [[`Ann = ${'x'.repeat(201)}`], 'line 1 is too long'],
    [['[]'], 'line 1 names no show'],
    [['[episode:]'], 'line 1 names no episode'],
    [['not the same: Ann'], 'line 1 tells “Ann” from nobody'],
    [['not the same:'], 'line 1 tells nobody apart'],
    [['not the same: Ann, ann'], 'line 1 tells “Ann” from the same spelling'],
    [['A B = Xi', 'C D = xi'], 'line 2 gives “xi” to “C D”, but line 1 gives it to “A B”'],
    [['A B = C D', 'C D = E F'], 'line 1 makes “C D” a spelling of “A B”, but line 2'],
    [['A B = C D', 'not the same: C D, A B'], 'line 2 keeps “C D” and “A B” apart, but line 1'],
  ])('%j is refused with its line', (lines, message) => {
    const found = problems(...lines);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('may give one spelling to two people in two places', () => {
    expect(problems('[episode: one]', 'Dan Lee = Dan', '[episode: two]', 'Dan Low = Dan')).toEqual(
      [],
    );
  });
});
