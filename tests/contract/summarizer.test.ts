import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { rewrite } from '@/lib/ingest/rewrite';
import { readSettings, SettingsError } from '@/lib/settings';
import { understand } from '@/lib/understanding/understand';
import { conversationOf } from '../unit/understanding/conversation';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A model that answers with the first turn it is shown, word for word, under a title of that turn's words. */
async function honestModel(): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      const { messages } = JSON.parse(body);
      const data = String(messages.at(-1)?.content);
      const line = data.split('\n').find((own) => own.startsWith('{"turn"')) ?? '{}';
      const { turn, text } = JSON.parse(line);
      const sentence = String(text).split('. ')[0];
      const title = String(text).split(' ').slice(0, 3).join(' ');
      const answer = { title, points: [{ text: `${sentence}.`, turns: [turn] }] };
      const content = JSON.stringify(answer);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const conversation = conversationOf(14);
const own = understand(conversation);

describe('the owner’s language model', () => {
  it('writes what it can prove; places, quotes and topics stay', async () => {
    const model = { url: await honestModel(), model: 'honest', apiKey: null };
    const { understanding, writtenBy } = await rewrite(conversation, own, model);
    expect(writtenBy).toBe('honest');
    expect(understanding.summary).not.toEqual(own.summary);
    expect(understanding.sections.map(({ firstTurn, lastTurn }) => [firstTurn, lastTurn])).toEqual(
      own.sections.map(({ firstTurn, lastTurn }) => [firstTurn, lastTurn]),
    );
    for (const { text, turns } of understanding.summary) {
      expect(turns.some((turn) => conversation.turns[turn]?.text.includes(text))).toBe(true);
    }
    expect(understanding.quotes).toEqual(own.quotes);
  });

  it('that is away changes nothing, and the owner is told', async () => {
    const model = { url: await honestModel(), model: 'away', apiKey: 'secret-key' };
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
    const { understanding, writtenBy, notes } = await rewrite(conversation, own, model);
    expect(understanding).toEqual(own);
    expect(writtenBy).toBeNull();
    expect(notes.join(' ')).toMatch(/Earmark's own/);
    expect(notes.join(' ')).not.toContain('secret-key');
  });

  it('is never asked where none is configured', async () => {
    expect(await rewrite(conversation, own, null)).toEqual({
      understanding: own,
      writtenBy: null,
      notes: [],
    });
  });

  it('needs both an address and a name', () => {
    const url = 'http://127.0.0.1:11434/v1';
    expect(() => readSettings({ SUMMARIZER_URL: url } as never)).toThrow(SettingsError);
    expect(() => readSettings({ SUMMARIZER_MODEL: 'm' } as never)).toThrow(/SUMMARIZER_URL/);
    const both = { SUMMARIZER_URL: url, SUMMARIZER_MODEL: 'm' } as never;
    expect(readSettings(both).summarizer).toEqual({ url, model: 'm', apiKey: null });
  });
});
