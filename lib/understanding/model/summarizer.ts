import type { Conversation } from '../understanding.ts';
import type { Answer } from './answer.ts';
import { digestOf, turnsOf } from './digest.ts';
import type {
  Draft,
  DraftSection,
  Improved,
  ImproveOptions,
  ModelSettings,
  ShownPoint,
} from './draft.ts';
import { type Endpoint, readEndpoint } from './endpoint.ts';
import { fold } from './evidence.ts';
import { Notebook } from './notes.ts';
import { episodeMessages, type Message, sectionMessages } from './prompt.ts';
import { ask, type Failure, type Transport } from './request.ts';
import { type ShownTurn, sampleTurns } from './sample.ts';
import { type Verifier, verifierOf } from './verify.ts';

export type { Draft, Improved, ImproveOptions, ModelSettings, ShownPoint } from './draft.ts';

const TIMEOUT_MS = 120_000;
/** Words of transcript in a section's request. */
const SECTION_WORDS = 11_000;
const SECTION_POINTS = 2;
/** How many more points than wanted are looked at where some are refused. */
const SPARE_POINTS = 6;
/** The episode's summary has as many points as Earmark's own, within these. */
const FEWEST_POINTS = 3;
const MOST_POINTS = 10;
/** After so much in a row nothing more is asked: two lost connections, or four answers of no use. */
const PATIENCE = 4;
const COST: Record<Failure['kind'], number> = { unusable: 1, unreachable: 2, hopeless: PATIENCE };

/**
 * Lets a language model write better titles and summaries than the ones Earmark finds by itself.
 * Sections are asked for one by one, then the episode's summary. Nothing is believed: every
 * sentence must be proven by the turns it cites (see `verifierOf`), and what is not proven is
 * dropped, so that a section's or the episode's own text remains where nothing is left. Places never
 * change; `draft` is not written to.
 *
 * Never throws and never fails: a model that is down, slow or wrong costs only its improvements,
 * and each of `notes` says in one sentence what was lost. The API key is in none of them.
 */
export async function improve(
  conversation: Conversation,
  draft: Draft,
  settings: ModelSettings,
  options: ImproveOptions = {},
): Promise<Improved> {
  try {
    const endpoint = readEndpoint(settings);
    if ('problem' in endpoint) {
      const note = `${endpoint.problem}; Earmark's own titles and summary are used.`;
      return { draft, notes: [note] };
    }
    const transport: Transport = {
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    };
    return await new Improvement(conversation, draft, endpoint, transport, settings.apiKey).run();
  } catch {
    // The error's words are not repeated: they may hold what was sent.
    return {
      draft,
      notes: [
        "The model's answers could not be worked with; Earmark's own titles and summary are used.",
      ],
    };
  }
}

/** One episode on its way through the model. */
class Improvement {
  readonly #conversation: Conversation;
  readonly #draft: Draft;
  readonly #endpoint: Endpoint;
  readonly #transport: Transport;
  readonly #notebook: Notebook;
  readonly #verifier: Verifier;
  #trouble = 0;
  #answered = false;

  constructor(
    conversation: Conversation,
    draft: Draft,
    endpoint: Endpoint,
    transport: Transport,
    apiKey: string | null,
  ) {
    this.#conversation = conversation;
    this.#draft = draft;
    this.#endpoint = endpoint;
    this.#transport = transport;
    this.#notebook = new Notebook(apiKey);
    this.#verifier = verifierOf(conversation);
  }

  async run(): Promise<Improved> {
    const sections = [...this.#draft.sections];
    for (const [i, section] of sections.entries()) {
      sections[i] = await this.#section(section, i, sections);
    }
    const summary = await this.#summary(sections);
    const notes = this.#notebook.read(this.#endpoint.host, this.#answered, this.#stopped);
    return this.#answered ? { draft: { sections, summary }, notes } : { draft: this.#draft, notes };
  }

  get #stopped(): boolean {
    return this.#trouble >= PATIENCE;
  }

  async #section(
    section: DraftSection,
    i: number,
    all: readonly DraftSection[],
  ): Promise<DraftSection> {
    const place = `section ${i + 1}`;
    const positions = turnsOf(section, this.#conversation);
    const turns = sampleTurns(this.#conversation, positions, SECTION_WORDS);
    const answer = await this.#ask(place, turns, () =>
      sectionMessages(turns, this.#conversation.language),
    );
    if (!answer) return section;
    const summary = this.#points(place, answer, turns, SECTION_POINTS);
    if (summary.length === 0) return section;
    const taken = all.filter((_, other) => other !== i).map(({ title }) => fold(title));
    return {
      ...section,
      summary,
      title: this.#title(place, answer, positions, taken) ?? section.title,
    };
  }

  async #summary(sections: readonly DraftSection[]): Promise<ShownPoint[]> {
    const own = this.#draft.summary;
    const { sections: known, turns } = digestOf(this.#conversation, sections);
    const wanted = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, own.length));
    const answer = await this.#ask("the episode's summary", turns, () =>
      episodeMessages(known, turns, wanted, this.#conversation.language),
    );
    if (!answer) return own;
    const points = this.#points("the episode's summary", answer, turns, wanted);
    points.sort((a, b) => (a.turns[0] ?? 0) - (b.turns[0] ?? 0));
    return points.length > 0 ? points : own;
  }

  async #ask(
    place: string,
    turns: readonly ShownTurn[],
    messages: () => Message[],
  ): Promise<Answer | null> {
    if (this.#stopped || turns.length === 0) return null;
    const exchange = await ask(this.#endpoint, messages(), this.#transport);
    if ('failure' in exchange) {
      this.#trouble += COST[exchange.failure.kind];
      this.#notebook.fail(place, exchange.failure);
      return null;
    }
    this.#trouble = 0;
    this.#answered = true;
    return exchange.answer;
  }

  /** The first points of an answer that are proven, `most` at most, none twice. */
  #points(place: string, answer: Answer, turns: readonly ShownTurn[], most: number): ShownPoint[] {
    const shown = new Set(turns.map(({ turn }) => turn));
    const proven = new Map<string, ShownPoint>();
    for (const [i, given] of answer.points.entries()) {
      if (proven.size === most || i === most + SPARE_POINTS) {
        this.#notebook.surplus(place, answer.points.length - i);
        break;
      }
      const { point, refusals } = this.#verifier.point(given, shown);
      for (const refusal of refusals) this.#notebook.refuse(place, 'sentence', refusal);
      if (point) proven.set(fold(point.text), point);
    }
    if (proven.size === 0) this.#notebook.keep(place);
    return [...proven.values()];
  }

  #title(
    place: string,
    answer: Answer,
    positions: readonly number[],
    taken: readonly string[],
  ): string | null {
    const title = answer.title.replace(/\.$/, '');
    const verdict = taken.includes(fold(title))
      ? { why: 'another section has it' }
      : this.#verifier.title(title, positions);
    if ('title' in verdict) return verdict.title;
    const { why } = verdict;
    this.#notebook.refuse(place, 'title', { text: title, why });
    return null;
  }
}
