import type { EpisodePassages, Passage } from '@/lib/search/passage';

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-');

interface SampleEpisode {
  id: number;
  title: string;
  show: string;
  date: string | null;
  /** Section title → who says what in it. */
  sections: Record<string, [speaker: string | null, text: string][]>;
}

/** An episode as the engines are told of it; passages are named by episode and turn: "1-0". */
export function sampleEpisode(
  sample: SampleEpisode,
  contentHash = `hash-${sample.id}`,
): EpisodePassages {
  const passages: Passage[] = [];
  for (const [section, turns] of Object.entries(sample.sections)) {
    const sectionStartMs = passages.length * 1000;
    for (const [speaker, text] of turns) {
      const turn = passages.length;
      passages.push({
        id: `${sample.id}-${turn}-0`,
        episodeId: sample.id,
        episodeSlug: slug(sample.title),
        episodeTitle: sample.title,
        showSlug: slug(sample.show),
        showTitle: sample.show,
        date: sample.date,
        sectionSlug: slug(section),
        sectionTitle: section,
        sectionStartMs,
        speakerSlug: speaker === null ? null : slug(speaker),
        speakerName: speaker,
        ...(speaker === 'Ann Lee Smith' && { speakerSpellings: ['Annie Lee-Smith'] }),
        turn,
        turnId: `t${sample.id}x${turn}`,
        offset: 0,
        startMs: turn * 1000,
        timing: 'estimated',
        text,
        asks: text.includes('?'),
        question: questionBefore(
          turns,
          turns.findIndex(([, said]) => said === text),
        ),
      });
    }
  }
  return { episodeId: sample.id, contentHash, passages };
}

function questionBefore(turns: SampleEpisode['sections'][string], at: number) {
  const [speaker, text] = turns[at - 1] ?? [null, ''];
  return text.endsWith('?') ? { speaker, text } : null;
}

export const BREAD: SampleEpisode = {
  id: 1,
  title: 'Bread and time',
  show: 'Slow Kitchen',
  date: '2026-03-01',
  sections: {
    Greetings: [
      ['Ann Lee', 'Welcome back. Today we bake a sourdough loaf.'],
      ['Bo Dahl', 'Hello, world! It is good to be here.'],
    ],
    'Baking with steam': [
      ['Ann Lee', 'Don’t open the oven: steam makes the crust, and the crust makes the bread.'],
      ['Bo Dahl', 'At 230 degrees it takes 45 minutes; version 3.5 of the recipe says 40.'],
      ['Ann Lee', 'The café in Málaga uses a state-of-the-art oven.'],
      ['Bo Dahl', 'A long fermentation gives flavour. Fermentation is patience.'],
      [null, 'Music plays <b>softly</b> & fades "out".'],
    ],
  },
};

export const MODELS: SampleEpisode = {
  id: 2,
  title: 'World models explained',
  show: 'Deep Talk',
  date: '2026-06-01',
  sections: {
    'What a model is': [
      ['Cy Lee', 'A world model predicts what happens next in the world.'],
      ['Dee Oh', 'So the model of the world is learned from video?'],
      ['Cy Lee', 'Yes, world-model training needs 4 GPUs and GPT-4 captions 🎬.'],
      ['Dee Oh', '世界モデルは日本語でも説明できます。'],
    ],
    'Steam engines': [
      ['Cy Lee', 'Steam engines had governors, an early world of models in brass.'],
      ['Ann Lee', 'I bake bread, and I also read about distillation of models.'],
    ],
  },
};

export const UNDATED: SampleEpisode = {
  id: 3,
  title: 'Lost tape',
  show: 'Deep Talk',
  date: null,
  sections: { Tape: [['Ann Lee Smith', 'Nobody knows when this bread was recorded.']] },
};
