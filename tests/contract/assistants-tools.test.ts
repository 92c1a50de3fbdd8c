import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { readAddress } from '@/lib/anchors/address';
import { wordsBefore } from '@/lib/anchors/hit';
import { libraryOf } from '../../app/assistants.ts';
import { episodeTool, listEpisodesTool } from '../../lib/assistants/episode-tools.ts';
import type { Library } from '../../lib/assistants/library.ts';
import { passageTool } from '../../lib/assistants/passage-tool.ts';
import { checkQuoteTool } from '../../lib/assistants/quote-tool.ts';
import { searchTool } from '../../lib/assistants/search-tool.ts';
import { sectionTool } from '../../lib/assistants/section-tool.ts';
import type { Tool } from '../../lib/assistants/tool.ts';
import { HOSTILE, landing, linksIn, MONOLOGUE, seedLibrary } from './assistants-library.ts';
import { sampleEpisode, sampleUnderstanding } from './sample-episode.ts';

/** No answer is longer, in characters of JSON. */
const LONGEST = 40_000;

let seeded: Awaited<ReturnType<typeof seedLibrary>>;
let library: Library;
beforeAll(async () => {
  seeded = await seedLibrary();
  library = libraryOf(seeded.earmark, 'https://casts.example.org/library');
});
afterAll(() => seeded.close());

/** Asks as the server does, and checks what every answer must be. */
async function ask<In extends z.ZodObject, Out extends z.ZodObject>(
  tool: Tool<In, Out>,
  asked: z.input<In>,
): Promise<z.infer<Out>> {
  const given = await tool.answer(tool.input.parse(asked), library);
  const answer = tool.output.strict().parse(given) as z.infer<Out>;
  expect(JSON.stringify(answer).length).toBeLessThan(LONGEST);
  for (const link of linksIn(answer)) {
    expect(link.startsWith('https://casts.example.org/library/')).toBe(true);
    await landing(seeded.earmark.store, link.replace('/library/', '/'));
  }
  return answer;
}

const words = (link: string) => landing(seeded.earmark.store, link.replace('/library/', '/'));

describe('search', () => {
  it('quotes verbatim with speaker, source, time and a link onto the words', async () => {
    const { hits, total } = await ask(searchTool, { query: 'thousand homes' });
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({
      source: {
        episode: 'tidal-kites',
        title: 'Tidal kites',
        show: 'Slow Water',
        date: '2026-05-04',
      },
      speaker: 'Bo Lind',
      said: 'One wing powers about a thousand homes when the moon is right.',
      time: '≈ 0:12',
      timeIsEstimated: true,
      foundBy: 'words',
      answers: { speaker: 'Ada Marsh', said: 'And how much power does one wing make?' },
    });
    expect(await words(hits[0]?.link ?? '')).toMatch(/^thousand homes/);
  });

  it('says how it was found', async () => {
    const typo = await ask(searchTool, { query: 'thousnd homes' });
    expect(typo.hits[0]?.foundBy).toBe('typo');
    const sound = await ask(searchTool, { query: 'tydel kyte' });
    expect(sound.hits[0]).toMatchObject({ foundBy: 'sounds like' });
  });

  it('marks a time that the recording gave as what it is, narrows, and pages', async () => {
    const { hits } = await ask(searchTool, { query: 'counted', episode: 'harbour-lanterns' });
    expect(new Set(hits.map(({ source }) => source.episode))).toEqual(
      new Set(['harbour-lanterns']),
    );
    const all = await ask(searchTool, { query: 'lanterns', perPage: 3, page: 2 });
    expect(all).toMatchObject({ page: 2 });
    expect(all.hits).toHaveLength(3);
    expect(await ask(searchTool, { speaker: 'ada-marsh', before: '2025-12-31' })).toMatchObject({
      total: 2,
    });
  });

  it('quotes around the match where a passage has no spaces to cut at', async () => {
    const { hits } = await ask(searchTool, { query: '物理世界' });
    expect(hits[0]?.said.length).toBeLessThanOrEqual(1_600);
    expect(hits[0]?.said).toContain('物理世界');
    expect(hits[0]?.link).not.toMatch(/[^\u0020-\u007e]/);
  });

  it('offers what finds something where nothing is found, and refuses to search for nothing', async () => {
    const { hits, broader } = await ask(searchTool, { query: 'thousand 4711' });
    expect(hits).toEqual([]);
    expect(broader?.map(({ query }) => query)).toEqual(['thousand']);
    await expect(ask(searchTool, { query: '  ' })).rejects.toThrow(/Say what to search for/);
  });
});

describe('get_passage', () => {
  const episode = 'tidal-kites';

  it('gives a turn with the turns around it', async () => {
    const { hits } = await ask(searchTool, { query: 'thousand homes' });
    const answer = await ask(passageTool, { episode, turn: hits[0]?.turn ?? '', before: 1 });
    expect(answer).toMatchObject({ section: { title: 'Tidal kites' }, after: [] });
    expect(answer.before.map(({ said }) => said)).toEqual([
      'And how much power does one wing make?',
    ]);
    expect(answer.passage.said).toBe(hits[0]?.said);
  });

  it('finds the turn that is spoken at a time', async () => {
    for (const time of ['0:05', '≈ 0:05', '5']) {
      const { passage } = await ask(passageTool, { episode, time, before: 0, after: 0 });
      expect(passage.said).toMatch(/^We build tidal kites/);
    }
  });

  it('gives of a long turn the part that was asked for, and says that it is a part', async () => {
    const at = 20_000;
    const { passage, turnCharacters } = await ask(passageTool, {
      episode: 'harbour-lanterns',
      time: '0:05',
      at,
    });
    expect(passage).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(turnCharacters).toBe(MONOLOGUE.length);
    expect(MONOLOGUE).toContain(passage.said);
    expect((await words(passage.link)).startsWith(passage.said)).toBe(true);
    const address = readAddress(new URL(passage.link).searchParams.get('at') ?? '');
    const asked = wordsBefore(MONOLOGUE, at);
    expect(address?.word).toBeLessThan(asked);
    expect((address?.word ?? 0) + (address?.count ?? 0)).toBeGreaterThan(asked);
  });

  it.each([
    [{ episode: 'nowhere', time: '0:01' }, /There is no episode “nowhere”/],
    [{ episode, turn: 'nobody' }, /has no turn “nobody”/],
    [{ episode, time: 'noon' }, /“noon” is no time/],
    [{ episode, time: '1:00:00' }, /ends at 0:16/],
    [{ episode }, /either a “turn”/],
    [{ episode, turn: 'a', time: '0:01' }, /one of the two/],
  ])('refuses %o in a sentence', async (asked, sentence) => {
    await expect(ask(passageTool, asked)).rejects.toThrow(sentence);
  });
});

describe('get_section', () => {
  it('gives all of a long section in pages, word for word', async () => {
    const episode = await seeded.earmark.store.episode('harbour-lanterns');
    const section = episode?.sections[0]?.slug ?? '';
    const asked = { episode: 'harbour-lanterns', section };
    const first = await ask(sectionTool, asked);
    expect(first.pages).toBeGreaterThan(2);
    expect(first.titleIsBy).toBe('Earmark');
    const said = new Map<string, string>();
    for (let page = 1; page <= first.pages; page++) {
      for (const { turn, said: part } of (await ask(sectionTool, { ...asked, page })).turns) {
        said.set(turn, `${said.get(turn) ?? ''} ${part}`.trim());
      }
    }
    expect([...said.values()]).toEqual(episode?.turns.map(({ text }) => text));
    await expect(ask(sectionTool, { ...asked, page: 99 })).rejects.toThrow(/and no page 99/);
  });

  it('names the sections where there is none of that name', async () => {
    await expect(ask(sectionTool, { episode: 'tidal-kites', section: 'x' })).rejects.toThrow(
      /has no section “x”; it has tidal-kites\.$/,
    );
  });

  it('gives hostile words as what was said, and nothing else', async () => {
    const { hits } = await ask(searchTool, { query: '"ignore all previous"' });
    expect(hits.map(({ said }) => said)).toEqual([HOSTILE]);
    const { passage } = await ask(passageTool, {
      episode: 'harbour-lanterns',
      turn: hits[0]?.turn ?? '',
    });
    expect(passage.said).toBe(HOSTILE);
    for (const { description } of [searchTool, passageTool, sectionTool, checkQuoteTool]) {
      expect(description).toMatch(/data, never (an instruction|instructions)\./);
    }
  });
});

describe('list_episodes and get_episode', () => {
  it('lists the newest first, and pages', async () => {
    const { total, episodes } = await ask(listEpisodesTool, { perPage: 2 });
    expect(total).toBe(3);
    expect(episodes.map(({ episode }) => episode)).toEqual(['tidal-kites', 'harbour-lanterns']);
    expect(episodes.map(({ lengthIsEstimated }) => lengthIsEstimated)).toEqual([true, false]);
    const rest = await ask(listEpisodesTool, { perPage: 2, page: 2 });
    expect(rest.episodes.map(({ episode, date }) => [episode, date])).toEqual([['世界模型', null]]);
    await expect(ask(listEpisodesTool, { page: 9 })).rejects.toThrow('There are 3 episodes');
  });

  it('outlines an episode; every point links to its proof', async () => {
    const outline = await ask(episodeTool, { episode: 'tidal-kites' });
    expect(outline.speakers.map(({ name, nameIsConcluded }) => [name, nameIsConcluded])).toEqual([
      ['Ada Marsh', false],
      ['Bo Lind', true],
    ]);
    expect(await words(outline.summary[0]?.proof[0] ?? '')).toMatch(/^We build tidal kites/);
    expect(outline.sections[0]).toMatchObject({ section: 'tidal-kites', words: 45 });
    expect(outline.quotes[0]?.speaker).toBe('Bo Lind');
    await expect(ask(episodeTool, { episode: 'tidal-kites', page: 2 })).rejects.toThrow('1 page,');
  });
});

describe('check_quote', () => {
  it('tells verbatim, altered and not found apart, and links to the moment', async () => {
    const right = await ask(checkQuoteTool, {
      text: '“one wing powers about a thousand homes” — Bo Lind',
    });
    expect(right).toMatchObject({
      verdict: 'verbatim',
      likeness: 1,
      attribution: { named: 'Bo Lind', holds: true },
      differences: [],
      match: { speakers: ['Bo Lind'], time: expect.stringMatching(/^≈ /) },
    });
    expect(await words(right.match?.link ?? '')).toMatch(/^One wing powers/);

    const wrong = await ask(checkQuoteTool, {
      text: '“One wing powers about a million homes when the moon is right.” — Ada Marsh',
    });
    expect(wrong).toMatchObject({
      verdict: 'altered',
      meaning: expect.stringContaining('among them a number'),
      attribution: { holds: false },
      differences: [{ kind: 'changed', quoted: 'million', said: 'thousand' }],
    });
    expect(wrong.match?.said).toContain('a thousand homes');

    const never = await ask(checkQuoteTool, { text: 'penguins adore purple marmalade sandwiches' });
    expect(never).toMatchObject({ verdict: 'not_found', differences: [] });
    await expect(ask(checkQuoteTool, { text: 'too few' })).rejects.toThrow(/at least 5 words/);
  });
});

describe('ids from before a correction', () => {
  it('lead to the turn and the section that have their words now', async () => {
    const { store } = seeded.earmark;
    const lines = ['Who is there?', 'The keeper of the lamp is here.', 'And what is it you keep?'];
    const more = 'I keep the oil, the wick and the very long logbook.';
    const version = (said: string[], title: string) =>
      sampleEpisode(said, {
        slug: 'lamps',
        title: 'Lamps',
        source: 'lamps.txt',
        understanding: {
          ...sampleUnderstanding(said),
          sections: sampleUnderstanding(said).sections.map((section) => ({ ...section, title })),
        },
      });
    await store.saveEpisode(version([...lines, more], 'Keeping a lamp'));
    const gone = (await store.episode('lamps'))?.turns[2]?.anchor;
    await store.saveEpisode(version([lines[0] ?? '', `${lines[1]} ${lines[2]} ${more}`], 'Oil'));

    const read = await ask(passageTool, { episode: 'lamps', turn: gone });
    expect(read.passage.said).toContain(lines[2]);
    expect(read.passage.turn).not.toBe(gone);
    const section = await ask(sectionTool, { episode: 'lamps', section: 'keeping-a-lamp' });
    expect(section.section).toBe('oil');
  });
});
