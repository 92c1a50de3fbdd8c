import type { Failure } from './request.ts';
import type { Refusal } from './verify.ts';

const MOST_QUOTED = 120;

/** Gathers what the owner is told: grouped failures first, then everything that was dropped. */
export class Notebook {
  readonly #secret: string;
  readonly #dropped: string[] = [];
  readonly #failures = new Map<string, string[]>();

  constructor(apiKey: string | null) {
    this.#secret = apiKey?.trim().toLowerCase() ?? '';
  }

  /** `place` names what was asked for: "section 3" or "the episode". */
  fail(place: string, { reason }: Failure): void {
    const places = this.#failures.get(reason) ?? [];
    places.push(place);
    this.#failures.set(reason, places);
  }

  /** A text that repeats the API key (a server may echo what it was sent) is not quoted at all. */
  refuse(place: string, what: 'title' | 'sentence', { text, why }: Refusal): void {
    const dropped = `A ${what} the model wrote for ${place} was dropped`;
    const secret = this.#secret !== '' && text.toLowerCase().includes(this.#secret);
    this.#dropped.push(
      secret
        ? `${dropped}; it is not quoted because it holds the API key.`
        : `${dropped} because ${quotable(why)}: “${quotable(text)}”.`,
    );
  }

  surplus(place: string, count: number): void {
    const points = count === 1 ? 'one point more' : `${count} points more`;
    this.#dropped.push(`The model wrote ${points} for ${place} than it was asked for; left out.`);
  }

  keep(place: string): void {
    this.#dropped.push(
      `Nothing the model wrote for ${place} could be verified; Earmark's own text is kept there.`,
    );
  }

  /** One sentence each. `answered` tells whether anything was answered at all. */
  read(host: string, answered: boolean, stopped: boolean): string[] {
    const failures = [...this.#failures].map(([reason, places], i) => {
      if (!answered)
        return `The model at ${host} ${reason}; Earmark's own titles and summary are used.`;
      const rest = stopped && i === this.#failures.size - 1 ? ', and nothing more was asked' : '';
      return `The model at ${host} ${reason} for ${listed(places)}${rest}; Earmark's own text is kept there.`;
    });
    return [...failures, ...this.#dropped];
  }
}

/** One line of plain text, not too long. */
function quotable(text: string): string {
  const plain = text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > MOST_QUOTED ? `${plain.slice(0, MOST_QUOTED).trimEnd()}…` : plain;
}

function listed(places: readonly string[]): string {
  const last = places.at(-1) ?? '';
  return places.length > 1 ? `${places.slice(0, -1).join(', ')} and ${last}` : last;
}
