import { describe, expect, it } from 'vitest';
import { uniteSpeakers } from '@/lib/ingest/unite-speakers';
import { parseTranscript } from '@/lib/transcript/formats';

/** The speakers, after these have spoken one after the other, and what is told about them. */
function united(said: readonly string[], settled: readonly string[] = []) {
  const names = [...new Set(said)];
  const transcript = {
    ...parseTranscript('Ann Lee: Hello.\n\nBo Dahl: Hi there.\n'),
    speakers: names.map((name) => ({ label: name, name, role: null, inferred: false })),
    turns: said.map((name, i) => ({
      speaker: names.indexOf(name),
      text: 'Yes.',
      startMs: null,
      endMs: null,
      line: i + 1,
    })),
    warnings: [],
  };
  const { speakers, turns, warnings } = uniteSpeakers(
    transcript,
    new Set(settled.map((label) => label.toLowerCase())),
  );
  return {
    spoken: turns.map(({ speaker }) => speakers[speaker ?? -1]?.name),
    inferred: speakers.filter(({ inferred }) => inferred).map(({ name }) => name),
    told: warnings.map(({ line, message }) => `${line}: ${message}`),
  };
}

describe('two labels of one person', () => {
  it('are one speaker where the shorter is the given name of one only, and it is told', () => {
    const { spoken, inferred, told } = united(['Jane Smith', 'Bo Dahl', 'Jane', 'Bo', 'Jane']);
    expect(spoken).toEqual(['Jane Smith', 'Bo Dahl', 'Jane Smith', 'Bo Dahl', 'Jane Smith']);
    expect(inferred).toEqual(['Jane Smith', 'Bo Dahl']);
    expect(told).toEqual([
      '3: “Jane” is taken to be Jane Smith, the only speaker of that name; say otherwise with --speaker Jane="Name".',
      '4: “Bo” is taken to be Bo Dahl, the only speaker of that name; say otherwise with --speaker Bo="Name".',
    ]);
  });

  it.each([
    ['two have the given name', ['Jane Smith', 'Jane Dahl', 'Jane']],
    ['it is a surname', ['Jane Smith', 'Dr. Smith']],
    ['it is no name', ['Speaker One', 'Speaker']],
    ['they talk to each other', ['Jane Smith', 'Jane', 'Jane Smith', 'Jane', 'Jane Smith']],
  ])('stay two where %s', (_, said) => {
    const { spoken, told } = united(said);
    expect(spoken).toEqual(said);
    expect(told).toEqual([]);
  });

  it('stay two where the owner has named one of them', () => {
    const said = ['Jane Smith', 'Bo', 'Jane'];
    expect(united(said, ['Jane']).spoken).toEqual(said);
  });
});
