import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownRecording } from '@/lib/ingest/own-recording';
import { atSecond, youtubeId } from '@/lib/media/elsewhere';
import { momentAddress, recordingOf } from '@/lib/media/recording';
import { openRecording } from '@/lib/media/stored-file';

let root: string;
let folder: string;
const SOUND = Buffer.from('ID3\u0004\u0000 and so on');
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'earmark-media-'));
  folder = path.join(root, 'media');
  mkdirSync(path.join(folder, 'show'), { recursive: true });
  mkdirSync(path.join(root, 'media-of-others'));
  writeFileSync(path.join(folder, 'show/talk.mp3'), SOUND);
  writeFileSync(path.join(root, 'secret.mp3'), SOUND);
  writeFileSync(path.join(root, 'media-of-others/talk.mp3'), SOUND);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const opened = async (stored: string) => {
  const recording = await openRecording(folder, stored);
  await recording?.handle.close();
  return recording && { type: recording.type, size: recording.size };
};

describe('a stored recording', () => {
  it('is opened where it lies in the folder of recordings', async () => {
    const found = { type: 'audio/mpeg', size: SOUND.length };
    expect(await opened('show/talk.mp3')).toEqual(found);
    symlinkSync('show/talk.mp3', path.join(folder, 'again.mp3'));
    expect(await opened('again.mp3')).toEqual(found);
  });

  it.each([
    '../secret.mp3',
    'show/../../secret.mp3',
    '../media-of-others/talk.mp3',
    'show',
    '.',
    '',
    'nothing.mp3',
    'show/talk.mp3/..',
    'show/talk.mp3\u0000.mp3',
  ])('is not opened as “%s”', async (stored) => {
    expect(await opened(stored)).toBeNull();
  });

  it('is not reached by an absolute path or through a link that leads out', async () => {
    expect(await opened(path.join(root, 'secret.mp3'))).toBeNull();
    symlinkSync(path.join(root, 'secret.mp3'), path.join(folder, 'link.mp3'));
    symlinkSync(root, path.join(folder, 'up'));
    symlinkSync('loop.mp3', path.join(folder, 'loop.mp3'));
    for (const stored of ['link.mp3', 'up/secret.mp3', 'loop.mp3'])
      expect(await opened(stored)).toBeNull();
  });

  it('is never anything but sound or film, nor a pipe', async () => {
    writeFileSync(path.join(folder, 'page.html'), SOUND);
    symlinkSync('page.html', path.join(folder, 'page.mp3'));
    expect(await opened('page.html')).toBeNull();
    expect(await opened('page.mp3')).toBeNull();
    execFileSync('mkfifo', [path.join(folder, 'pipe.mp3')]);
    expect(await opened('pipe.mp3')).toBeNull();
  });

  it('lies in the folder whatever its name is made of', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'show',
      'talk.mp3',
      'secret.mp3',
      'media',
      '/',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (parts) => {
        const stored = parts.join('/');
        const lexical = path.join(folder, stored);
        if (await opened(stored)) expect(lexical).toBe(path.join(folder, 'show/talk.mp3'));
      }),
    );
  });

  it('changes its tag with its bytes', async () => {
    const tag = async () => {
      const recording = await openRecording(folder, 'show/talk.mp3');
      await recording?.handle.close();
      return recording?.etag;
    };
    const before = await tag();
    expect(await tag()).toBe(before);
    writeFileSync(path.join(folder, 'show/talk.mp3'), 'ID3 another one');
    expect(await tag()).not.toBe(before);
  });
});

describe('a recording that its owner names', () => {
  const take = (file: string) => ownRecording(folder, path.join(root, file));

  it('is stored by its path within the folder', async () => {
    expect(await take('media/show/talk.mp3')).toEqual({
      mediaFile: 'show/talk.mp3',
      mediaType: 'audio/mpeg',
    });
  });

  it.each([
    ['media/none.mp3', /there is no such file\.$/],
    ['media/show', /this is no file; name a recording\.$/],
    ['secret.mp3', /not in the folder of recordings, .*media; put it there, or set MEDIA_DIR/],
    ['media/notes.txt', /its name is not that of a recording; these are known: mp3, m4a, /],
    ['media/words.mp3', /there is no sound or film in this file/],
    ['media/empty.wav', /there is no sound or film in this file/],
  ])('%s is refused in a sentence', async (file, sentence) => {
    writeFileSync(path.join(folder, 'notes.txt'), SOUND);
    writeFileSync(path.join(folder, 'words.mp3'), 'Speaker A: hello');
    writeFileSync(path.join(folder, 'empty.wav'), '');
    await expect(take(file)).rejects.toMatchObject({ name: 'SourceError', message: sentence });
    await expect(take(file)).rejects.toThrow(/\.$/);
  });
});

describe('where a recording is', () => {
  const none = { slug: 'talk', mediaUrl: null, mediaFile: null, mediaType: null };
  const at = (mediaUrl: string, mediaType: string | null = null) =>
    recordingOf({ ...none, mediaUrl, mediaType });

  it('says what is played here and what elsewhere', () => {
    expect(recordingOf(none)).toBeNull();
    expect(recordingOf({ ...none, mediaFile: 'a/b.mp4' })).toEqual({
      kind: 'video',
      src: '/episodes/talk/media',
      own: true,
    });
    expect(at('https://x.example/a.mp3?b=c.mp4')).toMatchObject({ kind: 'audio', own: false });
    expect(at('https://x.example/a.mp4')).toMatchObject({ kind: 'video' });
    expect(at('https://x.example/stream', 'video/mp4')).toMatchObject({ kind: 'video' });
    expect(at('https://x.example/stream')).toMatchObject({ kind: 'audio' });
    expect(at('https://youtu.be/dQw4w9WgXcQ')).toEqual({
      kind: 'elsewhere',
      service: 'YouTube',
      url: 'https://youtu.be/dQw4w9WgXcQ',
      video: 'dQw4w9WgXcQ',
    });
    expect(at('https://notyoutube.com/a.mp3')).toMatchObject({ kind: 'audio' });
    for (const odd of ['javascript:alert(1)', 'file:///etc/passwd', 'https://', '../../a.mp3'])
      expect(at(odd)).toBeNull();
  });

  it('is opened at a moment', () => {
    const moment = (url: string) => {
      const recording = at(url);
      return recording && momentAddress(recording, 754_900);
    };
    expect(moment('https://x.example/a.mp3#t=5')).toBe('https://x.example/a.mp3#t=754');
    expect(moment('https://youtu.be/dQw4w9WgXcQ?si=x')).toBe(
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=754s',
    );
    expect(moment('https://vimeo.com/1234')).toBe('https://vimeo.com/1234#t=754s');
    expect(moment('https://open.spotify.com/episode/1?si=2')).toBe(
      'https://open.spotify.com/episode/1?si=2&t=754',
    );
    expect(moment('https://soundcloud.com/a/b')).toBe('https://soundcloud.com/a/b#t=12:34');
  });

  it.each([
    ['https://www.youtube.com/watch?list=1&v=dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/live/dQw4w9WgXcQ?feature=share', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/watch?v="><script>', null],
    ['https://www.youtube.com/@somebody', null],
    ['https://example.org/watch?v=dQw4w9WgXcQ', null],
  ])('%s is the video %s', (address, id) => {
    expect(youtubeId(address)).toBe(id);
  });

  it('keeps an address of a service that names no video', () => {
    expect(atSecond('https://www.youtube.com/@somebody', 5)).toBe(
      'https://www.youtube.com/@somebody?t=5s',
    );
  });
});
