import type { FileReport } from '../lib/ingest/ingest.ts';
import type { Understanding } from '../lib/understanding/understanding.ts';

/** The JSON document of `ingest --json`: what each file holds, or why it was refused. */
export function toDocument(reports: readonly FileReport[], explained: boolean) {
  return {
    files: reports.map((report) => {
      if (report.outcome === 'refused') {
        return { ...nothing, path: report.path, error: report.error };
      }
      if (report.outcome === 'beside') return { ...nothing, ...report };
      const { path, composed, outcome, slug, links } = report;
      if (!composed) return { ...nothing, path, outcome, slug, links };
      const { record, show } = composed;
      return {
        path,
        outcome,
        slug,
        links,
        format: record.format,
        show,
        title: record.title,
        date: record.date,
        language: record.language,
        durationMs: record.durationMs,
        publisherSummary: record.publisherSummary,
        speakers: record.speakers.map(({ label, name, role, inferred }) => ({
          label,
          name,
          role,
          inferred,
        })),
        turns: record.turns.map(
          ({ speaker, text, startMs, endMs, timing, confidence, withinMs, marks }) => ({
            speaker,
            text,
            startMs,
            endMs,
            timing,
            confidence,
            withinMs,
            marks,
          }),
        ),
        ...toUnderstanding(record.understanding, explained),
        warnings: record.warnings,
      };
    }),
  };
}

function toUnderstanding({ sections, quotes, summary, things }: Understanding, explained: boolean) {
  const because = <T>(why: T) => (explained ? { why } : {});
  return {
    sections: sections.map(({ why, ...section }) => ({ ...section, ...because(why) })),
    quotes: quotes.map(({ why, ...quote }) => ({ ...quote, ...because(why) })),
    summary,
    things: things.map(({ why, ...thing }) => ({ ...thing, ...because(why) })),
  };
}

const nothing = {
  format: null,
  show: null,
  title: null,
  date: null,
  language: null,
  speakers: [],
  turns: [],
  sections: [],
  quotes: [],
  summary: [],
  things: [],
  warnings: [],
};
