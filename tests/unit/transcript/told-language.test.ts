import { describe, expect, it } from 'vitest';
import { toldLanguage } from '@/lib/transcript/told-language';

describe('the language of a text', () => {
  it.each([
    [
      'de',
      'Und das ist nicht so einfach, wie wir dachten, aber ich habe mit der Bäckerin gesprochen. ',
    ],
    [
      'fr',
      'Et je pense que les gens ne savent pas que le pain est dans le four avec nous pour une heure. ',
    ],
    [
      'es',
      'Y creo que no hay una receta para el pan que los dos conocen, pero está muy bueno con sal. ',
    ],
    [
      'en',
      'And I think that we have not seen this bread, but it was in the oven with you for an hour. ',
    ],
    ['ru', 'Я не знаю, что это так, но мы и вы это видели, а он на это не смотрел, как и я. '],
  ])('is told by its common words: %s', (language, sentence) => {
    expect(toldLanguage(sentence.repeat(4))).toBe(language);
  });

  it.each([
    ['ja', 'こんにちは、今日はパンの話をします。'],
    ['zh', '大家好，今天我们来聊聊面包。'],
    ['ko', '안녕하세요, 오늘은 빵 이야기를 합니다.'],
  ])('is told by its script: %s', (language, text) => {
    expect(toldLanguage(text)).toBe(language);
  });

  it('stays open where too little is said', () => {
    expect(toldLanguage('Hm. Yes.')).toBeNull();
    expect(toldLanguage('1 2 3')).toBeNull();
  });
});
