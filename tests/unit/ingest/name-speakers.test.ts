import { describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';
import { IngestOptions } from '@/lib/ingest/options';

const TALK = `Speaker 1: Welcome to Slow Water. I'm Jon Abelsen, and my guest today is Mara Lindqvist.

Speaker 2: Thanks for having me.

Speaker 1: What is a tidal kite?

Speaker 2: It is a wing under water.
`;

const read = (text: string, options: object = {}) => {
  const source = { location: 'talk.txt', bytes: new TextEncoder().encode(text) };
  return compose(source, IngestOptions.parse({ show: 'Slow Water', ...options })).record;
};
const named = (text: string, options: object = {}) =>
  read(text, options).speakers.map(
    ({ label, name, role, inferred, slug }) =>
      `${label}: ${name}, ${role}${inferred ? ', inferred' : ''} /${slug}`,
  );

describe('naming the speakers of a transcript', () => {
  it('takes introductions for what they are, marks them and says why', () => {
    expect(named(TALK)).toEqual([
      'Speaker 1: Jon Abelsen, null, inferred /jon-abelsen',
      'Speaker 2: Mara Lindqvist, guest, inferred /mara-lindqvist',
    ]);
    const messages = read(TALK).warnings.map(({ line, message }) => `${line}: ${message}`);
    expect(messages).toContain(
      '1: Speaker 2 is taken to be Mara Lindqvist by what is said (“my guest today is Mara Lindqvist”); say otherwise with --speaker "Speaker 2=Name".',
    );
    expect(messages.join('\n')).not.toContain('Nothing says who');
  });

  it('believes the owner first, and nobody else about that name', () => {
    const speakers = [{ label: 'Speaker 2', name: 'Mara Lind', role: 'guest' }];
    expect(named(TALK, { speakers })).toEqual([
      'Speaker 1: Jon Abelsen, null, inferred /jon-abelsen',
      'Speaker 2: Mara Lind, guest /mara-lind',
    ]);
    const other = [{ label: 'Speaker 2', name: 'Jon Abelsen', role: null }];
    expect(named(TALK, { speakers: other })[0]).toBe('Speaker 1: Speaker 1, null /speaker-1-talk');
  });

  it('believes the file before the talk', () => {
    const file = `${TALK.replaceAll('Speaker 1', 'Ann Lee')}`;
    expect(named(file)[0]).toBe('Ann Lee: Ann Lee, null /ann-lee');
  });

  it('reads a given name by what a feed knows, and leaves the last one to elimination', () => {
    const people = [
      { name: 'Jon Abelsen', role: 'host' },
      { name: 'Priya Nand', role: 'guest' },
    ];
    const talk = TALK.replace(/I'm Jon Abelsen.*/, "I'm Jon.");
    expect(named(talk, { people })).toEqual([
      'Speaker 1: Jon Abelsen, host, inferred /jon-abelsen',
      'Speaker 2: Priya Nand, guest, inferred /priya-nand',
    ]);
  });

  it('names letters by the people of a header whose labels it does not say', () => {
    const letters = `A
Hello. I'm Ann.
B
And I'm Bo.
A
Good.
Guests: Bo Dahl and Ann Lee
`;
    expect(named(letters)).toEqual([
      'A: Ann Lee, guest, inferred /ann-lee',
      'B: Bo Dahl, guest, inferred /bo-dahl',
    ]);
  });

  it('gives the same name the same address in every episode, and a letter one of its own', () => {
    const file = 'Ann Lee: Is it raining?\n\nHost: It is raining.\n\nAnn Lee: Then we stay.\n';
    const slugs = (title: string) => read(file, { title }).speakers.map(({ slug }) => slug);
    expect(slugs('One')).toEqual(['ann-lee', 'host-one']);
    expect(slugs('Two')).toEqual(['ann-lee', 'host-two']);
  });

  it('takes who is called by a full name once, and for short from then on, for one', () => {
    const talk = 'Ann Lee: Hello.\n\nBo Dahl: Hi.\n\nAnn: So.\n\nBo: Yes.\n\nAnn: Good.\n';
    expect(named(talk)).toEqual([
      'Ann Lee: Ann Lee, null, inferred /ann-lee',
      'Bo Dahl: Bo Dahl, null, inferred /bo-dahl',
    ]);
    const { turns, warnings } = read(talk);
    expect(turns.map(({ speaker }) => speaker)).toEqual([0, 1, 0, 1, 0]);
    expect(warnings.map(({ line, message }) => `${line}: ${message}`)).toContain(
      '5: “Ann” is taken to be Ann Lee, the only speaker of that name; say otherwise with --speaker Ann="Name".',
    );
    const owner = [{ label: 'Ann', name: 'Ann Moss', role: null }];
    expect(named(talk, { speakers: owner })).toContain('Ann: Ann Moss, null /ann-moss');
  });

  it('gives the last of a header’s people to the last label, once the talk has named the others', () => {
    const head = '---\ntitle: Kites\nspeakers: [Jon Abelsen, Mara Lindqvist]\n---\n\n';
    const talk = TALK.replace(/, and my guest.*/, '.').replace('Thanks for having me.', 'Yes.');
    const spoken = (label: string) =>
      head +
      talk.replace(/^Speaker (\d): /gm, 'Speaker $1: 00:00:0$1\n\n').replaceAll('Speaker 2', label);
    expect(named(spoken('Speaker 2'))[1]).toBe(
      'Speaker 2: Mara Lindqvist, null, inferred /mara-lindqvist',
    );
  });

  it('takes no audience for somebody of a list', () => {
    const people = [
      { name: 'Jon Abelsen', role: 'host' },
      { name: 'Mara Lindqvist', role: 'guest' },
    ];
    const talk = TALK.replaceAll('Speaker 2', 'Audience').replace(/, and my guest.*/, '.');
    expect(named(talk, { people })[1]).toMatch(/^Audience: Audience/);
  });
});
