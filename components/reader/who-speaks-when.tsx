import { clockText } from '@/components/time';
import type { EpisodeView } from '@/lib/store/views';

const countWords = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** The ribbon in words: each section, and who has which share of what is said in it. */
export function WhoSpeaksWhen({ episode }: { episode: EpisodeView }) {
  const { sections, turns, speakers, timing } = episode;
  const rows = sections.map((section) => {
    const words = new Map<number | null, number>();
    for (const { speaker, text } of turns.slice(section.firstTurn, section.lastTurn + 1)) {
      words.set(speaker, (words.get(speaker) ?? 0) + countWords(text));
    }
    const all = [...words.values()].reduce((sum, own) => sum + own, 0) || 1;
    const shares = [...words]
      .sort((a, b) => b[1] - a[1])
      .map(([speaker, own]) => {
        const name = (speaker === null ? null : speakers[speaker]?.name) ?? 'Unknown speaker';
        return `${name} ${Math.round((own / all) * 100)} %`;
      });
    return { section, shares: shares.join(', ') };
  });
  return (
    <details className="mt-3 text-[0.8125rem] text-muted">
      <summary className="min-h-6 hover:text-ink">Who speaks when</summary>
      <ol className="mt-2 space-y-2">
        {rows.map(({ section, shares }) => (
          <li key={section.slug}>
            <a className="quiet-link text-ink" href={`#s-${section.slug}`}>
              {clockText(section.startMs, timing)} {section.title}
            </a>
            <br />
            {shares}
          </li>
        ))}
      </ol>
    </details>
  );
}
