import { readParameters, refuse } from '@/app/api/answer';
import { streamOf } from '@/app/episodes/word-stream';
import { PictureParameters, slugFrom } from '@/app/parameters';
import { respondWithPicture } from '@/app/picture/respond';
import { typefaces } from '@/app/picture/typefaces';
import { lengthText } from '@/components/time';
import { readAddress } from '@/lib/anchors/address';
import { resolveAddress } from '@/lib/anchors/resolve';
import { episodeCard } from '@/lib/picture/episode-card';
import { excerpt } from '@/lib/picture/excerpt';
import { quoteCard } from '@/lib/picture/quote-card';
import { voiceNumbers } from '@/lib/picture/voice-numbers';
import type { EpisodeView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string }>;
}

/** An episode as a picture, 1200 × 630, or words of one of its turns: only what was said is drawn. */
export async function GET(request: Request, { params }: Context) {
  const { data, refusal } = readParameters(request, PictureParameters);
  if (refusal) return refusal;
  const slug = slugFrom((await params).slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  const { regular, strong } = typefaces();
  const voices = voiceNumbers(episode.speakers);
  const words = data.at ? await addressed(episode, data.at) : data;
  if (words?.turn === undefined) {
    const length = `${episode.timing === 'estimated' ? 'about ' : ''}${lengthText(episode.durationMs)}`;
    const card = episodeCard(episode, voices, length, regular, strong);
    return respondWithPicture(request, card, episode.slug);
  }
  const turn = episode.turns.find(({ anchor }) => anchor === words.turn);
  if (!turn) return refuse('not_found', `“${episode.title}” has no turn “${words.turn}”.`);
  const text = excerpt(turn.text, words.start ?? 0, words.end ?? turn.text.length);
  if (text === null) {
    const message = `has no words there: start and end are characters of the turn, from 0 to ${turn.text.length}, start before end`;
    return refuse('bad_request', `The turn “${turn.anchor}” ${message}.`);
  }
  const speaker = turn.speaker === null ? undefined : episode.speakers[turn.speaker];
  const voice = turn.speaker === null ? null : (voices[turn.speaker] ?? null);
  const { name = null, role = null } = speaker ?? {};
  const card = quoteCard({ text, name, role, voice, turn, episode }, regular, strong);
  return respondWithPicture(request, card, `${episode.slug}-${turn.anchor}`);
}

/** The words of an address as they are now; null where they are gone, or are of several turns. */
async function addressed(episode: EpisodeView, at: string) {
  const address = readAddress(at);
  if (!address || episode.turns.length === 0) return null;
  const retired = await earmark().store.retiredPlaces(episode.slug);
  const found = resolveAddress(streamOf(episode, retired), address);
  if (!('start' in found) || found.firstTurn !== found.lastTurn) return null;
  return { turn: episode.turns[found.firstTurn]?.anchor, start: found.start, end: found.end };
}
