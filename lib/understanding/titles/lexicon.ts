/**
 * Common English words by what they can be in a sentence, for a reader of phrases that has no
 * tagger: most words that are on none of these lists are nouns in practice. Hand-written; every
 * list holds base forms, and the inflected forms are made here.
 */
const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words that are hardly ever nouns. */
const VERBS = list(`
accept accomplish achieve acknowledge acquire adapt adjust admit adopt advertise advise afford
aggregate agree allow announce anticipate apologize appear apply appoint appreciate argue arise
arrive articulate assert assess assign assume assure attach attend attract avoid await bake
believe belong borrow breathe bring broadcast calculate cancel capture cite clarify collaborate
collect combine communicate compare compete compile complain complete comprise compute
concentrate conclude confirm confuse congratulate consider consist constitute construct consume contain
continue contribute convert convey convince coordinate cope correspond create criticize decide
declare decline dedicate deduce define defend delete deliver demonstrate deny depend deploy
derive describe deserve determine develop differ disagree disappear disclose discover discuss
distinguish distribute divide elaborate elect eliminate embed embrace emerge emphasize employ enable
encode encounter encourage enforce engage enhance enjoy ensure enter entitle envision establish
evaluate evolve examine exceed exclude execute exist expand expect explain explore expose
facilitate fail figure fill finish fix follow forget forgive formulate fulfil fulfill generalize
generate get guarantee happen hate hear hope identify ignore illustrate imagine implement imply
impose improve incentivize include incorporate indicate infer inform inherit initiate insert insist
inspire install integrate intend interact introduce invent investigate invite involve join justify
keep kick know learn listen locate lose maintain manage mention migrate minimize maximize modify
motivate multiply negotiate notice obey observe obtain occupy occur operate oppose optimize
organize originate overcome owe participate perceive perform persist persuade pick ponder possess
predict prefer prepare prescribe preserve pretend prevent proceed propagate propose protect prove
provide publish pull pursue push quantify react realize receive recognize recommend reconcile
recover reduce refer reflect refuse regard reject relate rely remain remember remind remove
render rent repeat replace represent require resemble resist resolve respond restore restrict retain
retrieve reveal satisfy seek seem select send separate serve settle simplify solve specify speak
spend split spread stand stick subscribe substitute succeed suffer suggest summarize suppose surprise
survive suspect sustain tackle teach tell tend think throw transform translate transmit trigger
undergo understand unify update upgrade utilize validate vary verify wait wake wander warn wear
win wish wonder worry write add allow ask become begin bring buy call carry catch choose come cut deal
die do draw eat fall feel find forget give go grow hang hold hurt leave let lie lend live lead mean meet
pay play put read ride rise run say see sell set shoot show shut sing sit sleep start stop
swim take talk throw try turn want watch work bother handle hit hide keep kill wrap grab jump interfere suffice behave belong bootstrap cater
comply confine contemplate correlate cultivate depict devote dictate differentiate dig diminish dismiss dispose
disrupt disturb dominate embody endure enrich entail equip erase evade exaggerate exert exhibit explode
expire extend extract flourish foresee foster govern grasp hinder incur indulge induce insulate intervene invest
irritate lean lend lessen mimic mislead mitigate nurture obscure omit persuade portray postpone precede presume prevail
prioritize prohibit prolong prosper provoke quit reassure rebuild recall reconsider recruit refine regain
reinforce reinvent relax relieve render repay resume rethink retire reuse revise revisit rid shrink
strengthen strive submit subtract supervise surrender swear tempt tend terminate thrive tolerate traverse
trim undermine undo unfold unlock unpack uphold urge weaken withdraw withstand yield dive afford aggregate agree
arrange arise assemble attain await beat bend bind bless blow boil bow bribe build bury
`);

/** Words of the list above that name things often enough to be judged by their neighbours. */
const EITHER = list(`
broadcast capture compile deal embed fix hope update upgrade trigger split spread worry win wish
play run call cut draw fall read rise set show start stop talk turn watch work hit jump lead bake
mean ask buy find hold meet pull push die stand rent surprise kick pick reject select substitute
block mine stake fork test trade scale build bet attack exploit vote store share design plan use
support focus care cost charge change check pay claim command cause answer question help look love
move name note offer order point price process produce program record release report request rest
result return review risk rule sample save search sense sign signal sound stay step stream stress
study style target taste tax thank thought touch tour track transfer transport travel treat trust
type value view visit walk wash waste weight charge fear guess guide hack hammer host judge label
launch limit link list load lock loop map mark market mask match measure merge mint mix model
monitor need pack package page paint park pass patch peer phone ping place plant pool post pour
power practice present press print profile progress project promise proof prompt protest prompt query
race rank rate reach reason reference route
rush scan schedule score screen script seed ship shop shift sleep slice smell snap sort space
speed spend spam spike spin spot stack stage start state steal stick store struggle study suit supply
surface swap swing switch talk thread throttle tie time title toss track train trap trick
twist view volunteer wage war water wave wonder work wrap zoom benefit access account act address
balance base battle break burn challenge chance chat code commit compromise concern conflict contact
contract control copy count cover crash credit cross cycle damage dance date debate debug decay
decrease delay demand deposit desire detail doubt download dream drive drop dump edge edit
end escape estimate exchange excuse exercise exit experience experiment export fee feed fight file
filter finance fire fish flag float flow fly fold force form frame freeze fund function gain game grant
group aim attempt guard handle harm head highlight hint hire hook impact import increase influence interest
invoice issue joke journey key land
`);

/** Third-person and past forms that no rule gives. */
const IRREGULAR = list(`
became began begun bought brought built came caught chose chosen did done drew drawn ate eaten fell
felt found forgot forgotten gave given went gone grew grown held hid hidden kept knew known left
led lent lied lost made meant met paid ran rose said saw seen sold sent sat slept spoke spoken spent
stood stuck taught told thought threw thrown took taken understood wore won wrote written woke
overcame withdrew hung drove driven flew heard learnt shown forgave got
doesnt having gets goes does says lets comes makes takes gives
`);

/** Words that describe and do not name; endings in -ful, -ous, -able, -ive are known without a list. */
const ADJECTIVES = list(`
absolute abstract academic accurate actual additional adequate advanced afraid agnostic alive
alone amazing ambient analog ancient angry annual apparent appropriate arbitrary artificial asleep automatic
available average aware awesome awful bad basic beautiful beneficial better big biological
bizarre black blind blue bold boring brave brief bright brilliant broad broken brown busy calm
careful central certain cheap chief chronic civil classic classical clean clear clever close closed cold common
compatible competent complete complex complicated concrete confident confused conscious
considerable consistent constant contemporary continuous conventional convincing cool
corporate correct crazy critical crucial cryptographic cultural current curious cute daily dangerous dark dead
dear decent decentralized deep default deterministic
different difficult digital direct dirty distant distinct diverse domestic dominant double dramatic
dry dual dumb due eager early easier easy economic economical elaborate electric electrical electronic elegant
embarrassing emotional empirical empty enormous entire environmental equal essential eternal ethical
evident exact excellent excited exciting existing expensive explicit express external extra
extraordinary extreme fair faithful false familiar famous fancy fascinating fast favorite
favourite federal fellow few final financial finite firm first flat flexible foolish foreign formal former fortunate
forward fragile free frequent fresh friendly full fun functional fundamental funny
further future gentle genuine giant glad global golden good gradual grand graphical grateful gray
great greedy green gross guilty half handy happy hard harsh healthy heavy helpful
hidden high historic historical holistic honest hot huge human humble hungry hybrid ideal identical ill
illegal immediate immense imminent implicit important impossible impressive independent
indirect individual inefficient inevitable infinite informal inherent initial inner innocent
insane instant insufficient intelligent intense intentional interactive interested interesting interim
intermediate internal international intrinsic intuitive joint junior keen key kind large last late
latent lateral latter lazy legal legitimate less likely limited linear literal little live local
logical lonely long loose loud low lovely loyal lucky mad main major mandatory manual marginal
massive mathematical mature maximum meaningful mechanical medical medium mental mere
minimal minimum minor missing mobile moderate modern modest monthly moral multiple mutual mysterious naive
narrow nasty national native natural neat necessary negative neural nervous neutral new next nice
noisy nonlinear normal notable novel nuclear numerous obvious occasional odd offline okay old ongoing online
only open opposite optimal optional ordinary organic organizational original other overall
overnight own painful parallel partial particular past patient peculiar perfect periodic permanent
personal philosophical physical plain pleasant political poor popular positive potential
powerful practical precise preliminary premature previous primary prime primitive principal prior private probabilistic
professional profitable prominent proper provincial psychological public pure quantitative
qualitative quick quiet random rapid rare raw ready real realistic
reasonable recent regional regular regulatory related relational relevant reluctant remarkable
remote residential responsible rich ridiculous right rigid robust romantic rough round
royal rude rural sad safe same satisfied scarce scared scary scientific secondary secret
secure semantic senior separate serious severe sexual shallow sharp short shy sick significant silent
silly similar simple simpler simultaneous sincere single slight slow small smart smooth social soft sole
solid sorry special specific spatial stable standalone standard static steady steep still straight
straightforward strange strategic strict strong structural stupid sudden sufficient suitable
super superior sure surprised surprising surrounding suspicious sweet symbolic synthetic systematic tall technical
technological temporal temporary temporarily tender tense terrible textual theoretical thick thin
thorough tight tiny tired top total tough toxic traditional tragic transparent tremendous
tricky trivial true trustless typical ugly ultimate unable unclear unconscious uncomfortable unconfirmed underlying
unexpected unfair unfortunate unhappy uniform unique universal unknown unlikely unlimited unnecessary
unprecedented unusual upper upset urban urgent usual vague valid vast verbal vertical
viable vital visible visual vulnerable warm weak wealthy weekly weird wet white whole
wide widespread wild willing wise wonderful wooden worse worst worth wrong yearly yellow young
bigger smaller larger greater lower higher faster slower cheaper stronger weaker easier harder longer
shorter newer older younger earlier later closer deeper wider richer poorer safer biggest smallest
largest greatest lowest highest fastest cheapest strongest easiest hardest longest newest
oldest latest earliest closest nicer cleaner clearer smarter best worst most least
general passionate talented curious stuck lost gone done due able unable tough ready aware alike
proud desperate delicate elaborate adequate ultimate intimate legitimate moderate accurate fortunate
immediate private separate ultimate alternate corporate innate pretty fairly rather multi non pre sub semi bi anti meta quite
`);

/** Adverbs without -ly, and small talk that stands where nouns stand. */
const NEITHER = list(`
ahead abroad anymore apart aside asleep away backwards forwards beforehand downstairs upstairs
forever hopefully instead indoors maybe meanwhile nowadays overseas sometime tomorrow tonight
today yesterday twice upfront versus likewise yet please sir madam guys dude bro gosh wow oops yikes cheers
congratulations congrats bye goodbye hey hello thanks basically whoa damn shit fuck fucking heck hell crap
whatsoever monday tuesday wednesday thursday friday saturday sunday am pm ish
plus minus eh ah aha mmhmm uhhuh mhmm oh ooh mm hmm um uh er huh mkay kay yeah yep nay blah etcetera mister dear
hundred thousand million billion trillion zillion bazillion dozen dozens couple handful bunch ton tons load gee yup nope nah laughs laughter inaudible
crosstalk applause
`);

/** -s, -ed forms; -ing forms are gerunds and judged elsewhere. */
function inflected(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const y = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null;
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? verb + verb.slice(-1) : null;
  const s = y ? `${y}ies` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = y ? `${y}ied` : `${stem}ed`;
  return doubled ? [s, past, `${doubled}ed`] : [s, past];
}

const either = new Set(EITHER.flatMap((verb) => [verb, ...inflected(verb).slice(0, 1)]));
const verbs = new Set([...VERBS.flatMap((verb) => [verb, ...inflected(verb)]), ...IRREGULAR]);
const adjectives = new Set(ADJECTIVES);
const neither = new Set(NEITHER);

export type Listed = 'verb' | 'either' | 'adjective' | 'neither' | null;

/** What the lists say of a word; null where they say nothing. */
export function listed(key: string): Listed {
  if (neither.has(key)) return 'neither';
  if (either.has(key)) return 'either';
  if (verbs.has(key)) return key.endsWith('ed') ? null : 'verb';
  return adjectives.has(key) ? 'adjective' : null;
}
