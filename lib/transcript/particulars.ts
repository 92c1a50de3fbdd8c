/** What a line such as `Date: June 1, 2026` tells of an episode; `note` has no place but is no speech either. */
export type Field = 'title' | 'show' | 'date' | 'language' | 'summary' | 'people' | 'note';

/** The keys that files write, in the languages that transcripts are written in, without case. */
const KEYS: Record<Field, string> = {
  title: `episode, episode title, title, título, titulo, titel, titre, titolo, episodio, episódio, folge, épisode,
    标题, 標題, タイトル, 제목, заголовок, название, عنوان`,
  show: `show, show title, show name, podcast, podcast name, podcast title, series, serie, série, programa, sendung,
    émission, 节目, 節目, 播客, 番組, 番組名, 프로그램, подкаст`,
  date: `date, published, published on, published at, published date, publish date, publication date, pub date, pubdate,
    release date, air date, airdate, aired, recorded, recorded on, recording date, fecha, datum, data, 日期, 日付, 配信日,
    发布日期, 發布日期, 날짜, дата`,
  language: 'language, lang, idioma, sprache, langue, lingua, 语言, 語言, 言語',
  summary: `summary, description, show notes, about, abstract, resumen, resumo, zusammenfassung, beschreibung, résumé,
    descripción, descrição, 简介, 簡介, 概要`,
  people: `guest, guests, host, hosts, co-host, co-hosts, cohosts, hosted by, speaker, speakers, participants, panelists,
    interviewer, interviewee, moderator, invitado, invitados, invitada, invitadas, convidado, convidados, gast, gäste,
    gastgeber, invité, invités, ospite, ospiti, sprecher, sprecherin, teilnehmer, moderation, 主持人, 主持, 嘉宾, 嘉賓,
    来宾, 來賓, 出演, 出演者, 出演者名, 司会, ゲスト, ホスト, 진행, 게스트`,
  note: `location, venue, place, video, video url, audio, media, slides, length, duration, runtime, run time, source, url,
    link, website, transcript by, transcribed by, transcription by, transcript completed by, transcript provided by,
    transcript, edited by, editor, producer, produced by, topic, name, event, season, episode number, number,
    ubicación, localización, lugar, local, ort, lieu, luogo, tema, thema, sujet, duración, duração, dauer, durée, durata,
    fuente, quelle, enlace, vídeo, 长度, 長度, 时长, 時長, 来源, 來源, 集数, 集數, 集數編號, 集数编号, 節目頁, 节目页, 链接, 連結,
    地点, 地點, 收听, 再生時間, 時間`,
};

const FIELD_OF = new Map(
  Object.entries(KEYS).flatMap(([field, keys]) =>
    keys.split(',').map((key) => [key.trim(), field as Field] as const),
  ),
);

const HOSTS = /host|gastgeber|moderat|interviewer|主持|司会|ホスト|진행/;
const GUESTS = /guest|interviewee|invit|convidad|^gast$|gäste|ospit|嘉|来宾|來賓|ゲスト|게스트/;

/** The role that a key gives the people behind it. */
export const roleOfKey = (key: string): 'host' | 'guest' | null =>
  HOSTS.test(key) ? 'host' : GUESTS.test(key) ? 'guest' : null;

/**
 * The key and value of a line such as `Date: June 1, 2026`, `- **Host:** Ann Lee` or `日期：2026-06-01`, for the
 * keys that Earmark knows; else null.
 */
export function knownKey(text: string): { field: Field; key: string; value: string } | null {
  const bare = text.trim().replace(/^[-*•+]\s+/, '');
  const [, key = '', value = ''] =
    /^(?:\*\*|__|\*)?([\p{L}\p{M}][\p{L}\p{M} _-]{0,30})(?:\*\*|__|\*)?\s?[:：](?:\*\*|__|\*)?\s*(.*)$/u.exec(
      bare,
    ) ?? [];
  const spoken = key.toLowerCase().replaceAll('_', ' ').trim();
  const field = FIELD_OF.get(spoken);
  return field ? { field, key: spoken, value: value.trim() } : null;
}

/** Words that may be a title: an address, a file or a number alone is none. Markdown's signs go. */
export function titleIn(value: string): string | null {
  const [, linked] = /^\[([^[\]]{1,300})\]\([^()\s]{1,2000}\)$/.exec(value) ?? [];
  const title = (linked ?? value).replace(/^(\*{1,3}|_{1,3})(.*)\1$/, '$2').trim();
  return /\p{L}{2}|[\p{Lo}]/u.test(title) &&
    !/^(?:https?:|www\.|\S*\/)\S*$|^\S+\.\w{2,4}$/.test(title)
    ? title
    : null;
}
