import { couldBeLabel, isNameLike, LONGEST_LABEL } from './label-shape.ts';
import { tellsOfSound } from './speech-marks.ts';
import { leadingTime, type TimeMark, trailingTime, wholeTime } from './time-mark.ts';

/** A line that may begin a turn: who, when, and the words that follow on the same line. */
export interface Head {
  /** Null where only a time stands there. */
  label: string | null;
  /** What stands in brackets after the name: initials, a role. */
  bracket: string | null;
  mark: TimeMark | null;
  /** Empty where the words stand on the lines below. */
  rest: string;
  /** How it is written; heads of one file are written alike. */
  shape: string;
  bold: boolean;
  colon: boolean;
  /** Nothing but a blank stands between words and time, as in "see you at 10:30". */
  loose: boolean;
}

/** The shape of a name alone on its line. */
export const BARE_NAME = 'N';

/** No head is longer than this, whatever follows it. */
const LONGEST_HEAD = LONGEST_LABEL + 60;

/**
 * Reads a line as the beginning of a turn, in the ways that Rev, Otter, Descript, Riverside, Zoom and
 * Markdown transcripts write it; null where it cannot be one. Whether it is one only the file can tell.
 */
export function readHead(source: string): Head | null {
  // ">>" is how broadcasters mark who speaks next; a list of turns is a conversation, too.
  const line = source.replace(/^(?:>>+\s*|[-*•]\s+(?=\*\*|__))/u, '');
  const sound = /^[[(]([^[\]()]{1,60})[\])]\s{1,3}(?=\S)/.exec(line);
  if (sound && tellsOfSound(sound[1] ?? '', 8)) {
    // "[music] ANN: Good morning": the sound stands in her turn.
    const head = readHead(line.slice(sound[0].length));
    return head && head.rest !== '' ? { ...head, rest: `${sound[0]}${head.rest}` } : null;
  }
  const lead = leadingTime(line);
  const after = lead ? lead.rest.replace(/^[\s|,–—-]{0,8}:?\s*/u, '') : line;
  const open = lead ? `T${sign(lead.raw)}` : '';
  const mark = lead?.mark ?? null;
  const found = readBold(after, lead !== null) ?? readColon(after);
  if (found) return withTime({ ...found, mark, shape: `${open}${found.shape}` });
  const start = { bracket: null, rest: '', bold: false, colon: false, loose: false };
  if (lead && after === '') return { ...start, label: null, mark, shape: open };
  if (lead && couldBeLabel(after)) {
    return { ...start, ...labelOf(after), mark, shape: `${open}N` };
  }
  if (lead) return { ...start, label: null, mark, rest: after, shape: `${open}…` };
  return readNameAndTime(line) ?? readNameTimeWords(line) ?? readName(line);
}

/** "Ann Lee  0:12", "Ann Lee (00:12)", "[Ann] - 0:12:05". */
function readNameAndTime(line: string): Head | null {
  if (line.length > LONGEST_HEAD) return null;
  const time = trailingTime(line);
  if (!time) return null;
  const before = time.before.replace(/[\s|,–—-]{1,8}$/u, '');
  const name = /^\[[^[\]]+\]$/.test(before) ? before.slice(1, -1).trim() : before;
  if (!couldBeLabel(name)) return null;
  const between = time.before.slice(before.length);
  const bare = sign(time.raw) === '';
  return {
    ...labelOf(name),
    mark: time.mark,
    rest: '',
    shape: `N${between.trim() || (/\s\s|\t/u.test(between) ? '  ' : ' ')}T${sign(time.raw)}`,
    bold: false,
    colon: false,
    loose: bare && between === ' ',
  };
}

/** "Ann Lee [00:12] words", "Ann Lee (00:12) words": a time in brackets and no colon, as Trint writes it. */
function readNameTimeWords(line: string): Head | null {
  for (const { index: at } of line.slice(0, LONGEST_HEAD).matchAll(/[[(]/g)) {
    const time = leadingTime(line.slice(at));
    if (!time || !/^\s/u.test(time.rest)) continue;
    const name = line.slice(0, at).trim();
    if (!couldBeLabel(name)) return null;
    const shape = `NT${sign(time.raw)}…`;
    const rest = time.rest.trim();
    return {
      ...labelOf(name),
      mark: time.mark,
      rest,
      shape,
      bold: false,
      colon: false,
      loose: false,
    };
  }
  return null;
}

/** "ANN LEE" and nothing else, as scripts have it: the shape that needs the most proof. */
function readName(line: string): Head | null {
  if (!couldBeLabel(line) || !isNameLike(line)) return null;
  const shape = BARE_NAME;
  return { ...labelOf(line), mark: null, rest: '', shape, bold: false, colon: false, loose: true };
}

type Named = Omit<Head, 'mark'>;

/** `**Name:** words`, `*Name*: words`, `**Name** (0:12): words`, `**Name** 0:12`, and after a time `**Name** words`. */
function readBold(text: string, timed: boolean): Named | null {
  const fence = /^(?:\*\*|__|\*|_)(?=[^*_])/.exec(text)?.[0];
  if (!fence) return null;
  const end = text.slice(0, LONGEST_HEAD).indexOf(fence, fence.length);
  if (end < 0) return null;
  let name = text.slice(fence.length, end).trim();
  let rest = text.slice(end + fence.length).trimStart();
  let colon = /[:：]$/u.test(name);
  if (colon) name = name.slice(0, -1).trim();
  // “**Ann Lee** *(host)*: words”
  const role = /^[*_]?(\([^()]{1,40}\))[*_]?\s*(?=[:：])/u.exec(rest);
  if (role) {
    name = `${name} ${role[1]}`;
    rest = rest.slice(role[0].length);
  }
  if (!colon && /^[:：]/u.test(rest)) {
    colon = true;
    rest = rest.slice(1).trimStart();
  }
  const time = trailingTime(name) ?? null;
  if (time?.before.trim()) {
    name = time.before.trim();
    rest = `${time.raw} ${rest}`;
  }
  if (!couldBeLabel(name)) return null;
  const goesOn = rest !== '' && leadingTime(rest) === null;
  if (goesOn && !colon && !timed) return null;
  // In italics there may be anything: only a colon makes a name of it.
  if (fence.length === 1 && !colon) return null;
  return { ...labelOf(name), rest, shape: 'B', bold: true, colon, loose: false };
}

/** "Name: words", "Name (00:12): words", "Name：words"; the colons of times and addresses are none. */
function readColon(text: string): Named | null {
  const head = text.slice(0, LONGEST_HEAD);
  for (let at = nextColon(head, 0); at >= 0; at = nextColon(head, at + 1)) {
    if (/\d/.test(head[at - 1] ?? '') && /^\d\d/.test(head.slice(at + 1))) continue;
    if (head.startsWith('//', at + 1)) return null;
    const time = trailingTime(head.slice(0, at));
    const name = time ? time.before.replace(/[\s|,–—-]{1,8}$/u, '') : head.slice(0, at).trim();
    if (!couldBeLabel(name)) {
      if (at > LONGEST_LABEL) return null;
      continue;
    }
    const wide = head[at] === '：';
    const words = text.slice(at + 1);
    const close = wide || words === '' || /^\s/u.test(words) ? '' : '!';
    const rest = `${time ? `${time.raw} ` : ''}${words.trim()}`;
    const loose = time !== null && sign(time.raw) === '';
    return { ...labelOf(name), rest, shape: `N:${close}`, bold: false, colon: true, loose };
  }
  return null;
}

function nextColon(text: string, from: number): number {
  const [narrow, wide] = [text.indexOf(':', from), text.indexOf('：', from)];
  return narrow < 0 || (wide >= 0 && wide < narrow) ? wide : narrow;
}

/** Takes a time that stands after the name, before the words. */
function withTime(head: Head): Head {
  if (head.mark) return head;
  const whole = wholeTime(head.rest.trim());
  if (whole) return { ...head, mark: whole, rest: '', shape: `${head.shape}T` };
  const lead = leadingTime(head.rest);
  if (!lead || (sign(lead.raw) === '' && !/^\s*[:：]/u.test(lead.rest))) return head;
  const rest = lead.rest.replace(/^\s*[:：]?\s*/u, '');
  return { ...head, colon: head.colon || /^\s*[:：]/u.test(lead.rest), mark: lead.mark, rest };
}

const sign = (raw: string) => /[[(]/.exec(raw)?.[0] ?? '';

/** "Ann Lee (AL)" apart. */
function labelOf(name: string): { label: string; bracket: string | null } {
  const [, label = name, bracket = null] = /^([^()]+?)\s*\(([^()]*)\)$/u.exec(name) ?? [];
  return { label: label.replace(/\s+/gu, ' '), bracket };
}
