import type { FileReport } from '../lib/ingest/ingest.ts';

/** The JSON document of `ingest --json`: what each file holds, or why it was refused. */
export function toDocument(reports: readonly FileReport[]) {
  return {
    files: reports.map((report) => {
      if (report.outcome === 'refused') {
        return { ...nothing, path: report.path, error: report.error };
      }
      const { path, composed, outcome, slug } = report;
      if (!composed) return { ...nothing, path, outcome, slug };
      const { record, show } = composed;
      return {
        path,
        outcome,
        slug,
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
        turns: record.turns.map(({ speaker, text, startMs, endMs, timing }) => ({
          speaker,
          text,
          startMs,
          endMs,
          timing,
        })),
        sections: record.sections.map(({ title, firstTurn, lastTurn, startMs, endMs }) => ({
          title,
          firstTurn,
          lastTurn,
          startMs,
          endMs,
        })),
        quotes: record.quotes,
        summary: record.summary,
        warnings: record.warnings,
      };
    }),
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
  warnings: [],
};
