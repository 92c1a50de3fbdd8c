interface Props {
  /** Passages found, as text. */
  found: string;
  sort: 'relevance' | 'date';
  group: 'passage' | 'episode';
  /** False where nothing was found. */
  choices: boolean;
  /** Grouping says something only where there are several episodes. */
  grouping: boolean;
  /** Whether meaning counts as well; false where there is no embedder to ask. */
  meaning: 'on' | 'off' | false;
  href: (change: Record<string, string | undefined>) => string;
}

/** How much was found, and in which order and shape it is shown: ordinary links. */
export function ResultsBar({ found, sort, group, choices, grouping, meaning, href }: Props) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-[0.8125rem]">
      <p role="status" className={`eyebrow mr-auto ${meaning ? 'basis-full' : ''}`}>
        {found}
      </p>
      {meaning && (
        <Choice
          label="Find"
          chosen={meaning}
          options={[
            ['on', 'words and meaning'],
            ['off', 'words alone'],
          ]}
          href={(value) => href({ semanticRatio: value === 'off' ? '0' : undefined })}
        />
      )}
      {choices && grouping && (
        <Choice
          label="Show"
          chosen={group}
          options={[
            ['episode', 'by episode'],
            ['passage', 'every passage'],
          ]}
          href={(value) => href({ group: value })}
        />
      )}
      {choices && (
        <Choice
          label="Order"
          chosen={sort}
          options={[
            ['relevance', 'best first'],
            ['date', 'newest first'],
          ]}
          href={(value) => href({ sort: value === 'relevance' ? undefined : value })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, text: string])[];
  href: (value: string) => string;
}

function Choice({ label, chosen, options, href }: ChoiceProps) {
  return (
    <ul aria-label={label} className="flex gap-3">
      {options.map(([value, text]) => (
        <li key={value}>
          <a
            className={`inline-block min-h-6 no-underline hover:underline ${value === chosen ? 'font-semibold text-ink' : 'text-muted'}`}
            href={href(value)}
            aria-current={value === chosen ? 'true' : undefined}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
