/**
 * English words that carry no topic: function words, contractions and what people say while they
 * think ("like", "you know", "I mean"). Lower-case, without apostrophes, one list for every use,
 * so that segmentation, titles and quotes agree on what a content word is.
 */
const FUNCTION_WORDS = `
a about above across after afterwards again against ago all almost along already also although
always am among an and another any anybody anyhow anyone anything anyway anywhere are around as
aside at away back be became because become becomes been before behind being below beside besides
between beyond both but by can cannot could did do does doing done down during each either else
elsewhere enough etc even ever every everybody everyone everything everywhere except far few for
from further get gets getting give given gives go goes going gone got gotten had has have having he
hence her here hers herself him himself his how however i if in indeed inside instead into is it its
itself just keep keeps kept last later least less let lets made make makes making many may maybe me
meanwhile might mine more most mostly much must my myself near nearly need needs neither never next
no nobody none nor not nothing now nowhere of off often on once one ones only onto or other others
otherwise our ours ourselves out outside over own per perhaps put puts quite rather same seem seemed
seems several shall she should since so some somebody somehow someone something sometimes somewhere
still such take taken takes taking than that the their theirs them themselves then there thereby
therefore these they this those though through throughout thus till to together too took toward
towards two under until unless up upon us use used uses using usually very via was we well went were
what whatever when whenever where whereas wherever whether which whichever while who whoever whole
whom whose why will with within without would yet you your yours yourself yourselves
`;

const CONTRACTIONS = `
aint arent cant couldnt didnt doesnt dont hadnt hasnt havent hed hell hes heres hows id ill im isnt
itd itll ive lets mightnt mustnt neednt shes shouldnt thatd thatll thats theres theyd theyll theyre
theyve wasnt wed weve werent whats wheres whos whys wont wouldnt youd youll youre youve gonna gotta
wanna kinda sorta dunno lemme cuz cause em ya yall s t d ll m re ve
`;

const CONVERSATION = `
absolutely actually ah alright anyways basically bit bunch certainly come comes coming correct
couple course cool definitely different er essentially exactly fact fair fine folks good great guess
guys gosh ha haha hello hey hi hmm honestly huh interesting interestingly kind know known knows laugh
laughs laughter like literally little long look looked looking looks lot lots mean means mhm mm mmhm
mmm nice obviously oh ok okay okey particular particularly piece please point pretty probably
question questions really right said saw say saying says see seen sense sort sorts stuff super sure
talk talked talking talks tell telling tells thank thanks thing things think thinking thinks thought
today totally tried try trying uh uhhuh uhm um umm want wanted wants way ways welcome whatnot wow
yay yeah yep yes yup
`;

const GENERAL = `
able add ask asked asking asks bad begin best better big bring call called came case cases change
day days end example examples feel feels felt find first found full guy happen happened happening
happens hard hear heard help high idea important kinds large left makes man matter maybe moment new
number old part parts people person place possible problem real reason remember show small start
started starting starts stay stop stuff talk term terms time times true turn understand week weeks
work worked working works world year years yesterday zero three four five six seven eight nine ten
side sides standpoint perspective level blah component approach approaches hundred thousand million billion second third half hour hours minute minutes month months
`;

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words with no topic of their own: left out of every measure of what a passage is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...set(FUNCTION_WORDS),
  ...set(CONTRACTIONS),
  ...set(CONVERSATION),
]);

/** Words too general to name a topic alone, though they may stand inside a phrase ("world model"). */
export const GENERAL_WORDS: ReadonlySet<string> = set(GENERAL);
