import { z } from 'zod';

/** What the model is asked for; anything else in its answer is left out. */
const Answer = z.object({
  title: z.string().trim(),
  points: z.array(z.object({ text: z.string().trim(), turns: z.array(z.int()) })),
});
export type Answer = z.infer<typeof Answer>;
/** A point as a model claims it: nothing about it is known to be true. */
export type ClaimedPoint = Answer['points'][number];

/** The part of an OpenAI-compatible completion that is read. */
const Completion = z.object({
  choices: z.array(
    z.object({
      message: z.object({ content: z.string().nullish() }),
      finish_reason: z.string().nullish(),
    }),
  ),
});

export type Reading = { answer: Answer } | { reason: string };

/**
 * Reads the body of a completion. Never throws: what cannot be used comes back as a `reason` that
 * completes "The model at HOST …".
 */
export function readCompletion(body: string): Reading {
  const json = parse(body);
  if (json === undefined) {
    const page = /^\s*<(?:!doctype|html|\?xml)/i.test(body);
    return { reason: page ? 'answered with a web page instead of JSON' : 'did not answer in JSON' };
  }
  const completion = Completion.safeParse(json);
  if (!completion.success) return { reason: 'answered with JSON that is no chat completion' };
  const choice = completion.data.choices[0];
  if (!choice) return { reason: 'answered without a choice' };
  if (choice.finish_reason === 'length') return { reason: 'was cut off in its answer' };
  const text = withoutWrapping(choice.message.content ?? '');
  if (text === '') return { reason: 'gave an empty answer' };
  const content = parse(text);
  if (content === undefined) return { reason: 'wrote something that is not whole JSON' };
  const answer = Answer.safeParse(content);
  return answer.success
    ? { answer: answer.data }
    : { reason: 'wrote JSON that is not a title with points' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some models fence their JSON or think aloud before it, whatever they were told. */
function withoutWrapping(content: string): string {
  const said = content.trim().replace(/^<think>[\s\S]*?<\/think>/i, '');
  const text = said.trim();
  if (!text.startsWith('```') || !text.endsWith('```')) return text;
  return text
    .slice(3, -3)
    .replace(/^json\b/i, '')
    .trim();
}
