import { describe, expect, it } from 'vitest';
import { spokenLanguage } from '@/lib/transcript/language.ts';

const SAID = {
  en: 'We built the boat over the winter, and in the spring it sank. What did you learn from that? That nobody had asked the people who row it every morning.',
  de: 'Wir haben das Boot über den Winter gebaut, und im Frühling ist es gesunken. Was habt ihr daraus gelernt? Dass niemand die Leute gefragt hatte, die es jeden Morgen rudern.',
  fr: "Nous avons construit le bateau pendant l'hiver, et au printemps il a coulé. Qu'avez-vous appris de cela ? Que personne n'avait demandé à ceux qui rament chaque matin.",
  es: 'Construimos el barco durante el invierno y en la primavera se hundió. ¿Qué aprendisteis de eso? Que nadie había preguntado a la gente que rema cada mañana.',
  pt: 'Construímos o barco durante o inverno e na primavera ele afundou. O que vocês aprenderam com isso? Que ninguém tinha perguntado às pessoas que remam todas as manhãs.',
  ru: 'Мы строили лодку всю зиму, а весной она утонула. Чему вы научились? Тому, что никто не спросил людей, которые гребут каждое утро.',
  zh: '我们花了一个冬天造船，春天的时候它就沉了。你们从中学到了什么？没有人问过每天早上划船的人。',
  ja: '私たちは冬のあいだに船を作りましたが、春には沈んでしまいました。そこから何を学びましたか。毎朝漕ぐ人たちに誰も聞かなかったということです。',
  da: 'Vi byggede båden i løbet af vinteren, og om foråret sank den. Hvad lærte I af det? At ingen havde spurgt dem, der ror den hver morgen.',
  ar: 'بنينا القارب خلال الشتاء وفي الربيع غرق. ماذا تعلمتم من ذلك؟ أن أحدا لم يسأل الناس الذين يجدفون كل صباح.',
  he: 'בנינו את הסירה במשך החורף ובאביב היא טבעה. מה למדתם מזה? שאף אחד לא שאל את האנשים שחותרים בה כל בוקר.',
};

const talk = (text: string, times: number) => Array.from({ length: times }, () => ({ text }));

describe('the language that is spoken', () => {
  it.each(Object.entries(SAID))('is told by the words: %s', (language, text) => {
    expect(spokenLanguage(talk(text, 12))).toBe(language);
  });

  it('is that of most of the talk, however long it is and wherever turns are cut', () => {
    const turns = [...talk(SAID.fr, 3), ...talk(SAID.en, 2_000), ...talk(SAID.de, 3)];
    expect(spokenLanguage(turns)).toBe('en');
    expect(spokenLanguage([{ text: turns.map(({ text }) => text).join(' ') }])).toBe('en');
  });

  it('is not guessed from a few words', () => {
    expect(spokenLanguage([])).toBeNull();
    expect(spokenLanguage(talk('Guten Morgen.', 3))).toBeNull();
  });

  it('is not read into figures and marks', () => {
    expect(spokenLanguage(talk('12 345 67 … 89 ♪ ♪ — 10', 100))).toBeNull();
  });
});
