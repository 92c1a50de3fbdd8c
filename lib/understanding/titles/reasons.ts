import type { Topic } from './topics.ts';

/** Why a section is called after these topics, in one sentence. Turns are counted from 1. */
export function topicReason(first: Topic, second?: Topic): string {
  const told = [counted(first, true)];
  if (second) told.push(counted(second, false));
  const asked = first.asked ?? second?.asked;
  const where = asked
    ? `${asked.how} in turn ${asked.turn + 1}`
    : `first said in turn ${first.firstTurn + 1}`;
  return `${told.join(', ')}; ${where}.`;
}

function counted({ text, here, elsewhere }: Topic, whole: boolean): string {
  const verb = whole ? 'is said ' : '';
  const rest = elsewhere === 0 ? 'nowhere else' : `${times(elsewhere)} elsewhere`;
  return `‘${text}’ ${verb}${times(here)} here and ${rest}`;
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
