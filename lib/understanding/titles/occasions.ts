import { isCourtesy } from '../sentence-form.ts';
import type { Statement } from '../statements.ts';

/** A title for what happens in every show, with its reason. */
export interface Occasion {
  title: string;
  why: string;
}

/** Words within which people greet; a longer section is about something. */
const MOST_GREETING = 350;
const MOST_GOODBYE = 250;
const MOST_SPONSOR = 250;
/** Share of the words in greetings, thanks and introductions… */
const COURTESY = 0.2;
/** …or this much, where it is the first or last thing said. */
const COURTESY_AT_EDGE = 0.04;
/** So few words say nothing else. */
const HARDLY_ANYTHING = 30;

const FAREWELL =
  /\b(?:thank you|thanks|bye|goodbye|see you|take care|until next time|next episode|that's (?:it|all)|wrap(?:ping)? up|signing off|appreciate (?:it|you))\b/iu;
const SPONSOR =
  /\b(?:sponsored by|brought to you by|supported by|our (?:new |first |second )?sponsors?(?: today)?,?(?: is)?|this episode's sponsor,?(?: is)?|promo code|discount code)\b/iu;
const AFTER_SPONSOR = 60;

/** Names the greeting a show begins with, the goodbye it ends with, and its sponsors; else null. */
export function occasionOf(
  own: readonly Statement[],
  section: number,
  sections: number,
): Occasion | null {
  const size = own.reduce((sum, { words }) => sum + words.length, 0);
  const sponsor = size <= MOST_SPONSOR ? sponsorOf(own) : null;
  if (sponsor) return { title: `Sponsor: ${sponsor}`, why: 'It names the sponsor of the show.' };
  if (sections < 3 || size === 0) return null;
  const polite = own.filter(({ text }) => isCourtesy(text));
  const share = polite.reduce((sum, { words }) => sum + words.length, 0) / size;
  const percent = `${Math.round(100 * share)} per cent`;
  if (section === 0 && size <= MOST_GREETING) {
    const greets = own.slice(0, 8).some(({ text }) => isCourtesy(text));
    if (share >= COURTESY || (greets && share >= COURTESY_AT_EDGE)) {
      const why = `The show begins here, and ${percent} of the words greet and introduce.`;
      return { title: 'Welcome and introduction', why };
    }
    if (size <= HARDLY_ANYTHING) {
      return { title: 'Welcome and introduction', why: 'The show begins here, with a few words.' };
    }
  }
  if (section === sections - 1 && size <= MOST_GOODBYE) {
    const ends = own.slice(-4).some(({ text }) => FAREWELL.test(text));
    if (ends && (share >= COURTESY_AT_EDGE || size <= HARDLY_ANYTHING)) {
      const why = `The show ends here, and ${percent} of the words are thanks and goodbyes.`;
      return { title: 'Goodbye and thanks', why };
    }
  }
  return null;
}

function sponsorOf(own: readonly Statement[]): string | null {
  for (const { text } of own) {
    const cue = SPONSOR.exec(text);
    if (!cue) continue;
    const after = text.slice(cue.index + cue[0].length).slice(0, AFTER_SPONSOR);
    const name =
      /^[\s,:]*((?:\p{Lu}[\p{L}\p{N}.-]*\p{L}|\p{Lu})(?: \p{Lu}[\p{L}\p{N}-]*){0,3})/u.exec(
        after,
      )?.[1];
    if (name) return name;
  }
  return null;
}
