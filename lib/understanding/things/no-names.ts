import { singular } from './thing-keys.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Capitalised by rule or habit, and nobody's name when alone: the calendar, titles, oaths, greetings. */
const NO_NAMES = list(`
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun
government team christmas easter thanksgiving halloween internet web
id tv am pm ceo cto cfo coo vp svp evp phd mr mrs ms dr prof jr sr st lol faq btw fyi asap diy qa
aka tbd ps pps eg ie etc vs usd no yes ok okay bc ad
god gosh jesus christ damn goddamn hell fuck fucking shit bitch ass bullshit crap wtf omg
mom dad mum sir madam ladies gentlemen hey hi hello bye goodbye thanks cheers congrats
congratulations merry happy speaker speakers host guest narrator interviewer interviewee moderator
unknown audience music laughter applause inaudible crosstalk transcript transcribed
mmhmm uhhuh mhmm nah nope ooh aha ahh aw whoa oops ahem huh erm hmmm mmm
mrchair mrspeaker
monsieur
`);

const PEOPLES = list(`
american british canadian european african asian australian chinese japanese korean russian indian
german french italian spanish mexican brazilian dutch swedish irish scottish english latin western
eastern northern southern welsh
`);

const ROLES = list(`
ceo cto cfo coo president chairman chairwoman chair head director founder cofounder professor
minister secretary king queen prince duke lord chief manager vp doctor editor host author leader
member speaker designer engineer expert senator officer analyst consultant researcher
scientist
`);

/** True for a folded word that is capitalised for other reasons than naming. */
export function isNoName(folded: string): boolean {
  return NO_NAMES.has(folded) || PEOPLES.has(singular(folded)) || isRoleWord(singular(folded));
}

/** True for a folded word that says what somebody is: "Head of Google" names two things. */
export function isRoleWord(folded: string): boolean {
  return ROLES.has(folded);
}
