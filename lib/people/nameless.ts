const ANONYMOUS =
  /^(?:(?:speaker|spk|sprecher(?:in)?|locuteur|hablante|participant|guest|host|interviewer|voice)(?:[ _-]?\d{1,3}|[ _-][A-Z])|S\d{1,2})$/iu;
const NOBODY =
  /^(?:unknown|unidentified|unnamed|unbekannt|inconnu|desconocido)(?: (?:speaker|voice|person|male|female|sprecher))?(?: #?\d+)?$/iu;

/** A label that stands for somebody without naming them: "Speaker 1", "SPEAKER_00", "AB". */
export const isAnonymous = (label: string): boolean =>
  ANONYMOUS.test(label) || /^\p{Lu}{1,3}$/u.test(label);

/** "Unknown Speaker": the file says that it does not know, and may mean several people by it. */
export const isNobody = (label: string): boolean => NOBODY.test(label);

/** What somebody is and not who: "Host", "Interviewer". */
const ROLE =
  /^(?:co-?)?(?:host|guest|interviewer|interviewee|moderator|narrator|announcer|presenter|audience|caller|voice|speaker)s?$/iu;

/** Who may be anybody of many, or no person of the talk at all: no list of people tells who they are. */
const PASSING = /^(?:narrator|announcer|audience|caller|voice)s?$/iu;

/** "Unknown Speaker", "Audience": who is left over from a list of people need not be they. */
export const isPassing = (name: string): boolean => isNobody(name) || PASSING.test(name);

/** Whether a name names nobody: it is another person's in every episode. */
export const isUnnamed = ({ label, name }: { label: string; name: string }): boolean =>
  name === `Speaker ${label}` || isAnonymous(name) || isNobody(name) || ROLE.test(name);
