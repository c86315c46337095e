/** Addresses and the site's emoji codes (`[哭惹R]`) hold question marks and words that ask nothing. */
const NOT_WORDS = /https?:\/\/\S+|\[[^[\]]{1,8}\]/g;

const ASKING_CHINESE = new RegExp(
  [
    '请问|求问|想问|问一下|问下',
    '有没有|是不是|能不能|可不可以|会不会|要不要|行不行|对不对|好不好用|是否|能否',
    '多少钱|多少米|什么价|几块|几钱|几点|几号|多大|多久|多高|多重',
    '为什么|为啥|什么时候|什么牌子|什么色号|什么型号|啥牌子|啥时候|谁知道|有人知道',
    '怎么(?:买|弄|做|样|办|用|去|选|拍|画|洗|走|吃|搭|读|查|下载|报名|预约|回事|才能)|咋(?:买|弄|做|样|办|用|去|整)',
    '哪里|哪儿|哪个|哪款|哪家|哪种|哪天|在哪|去哪',
    '求(?:链接|地址|店|教程|同款|推荐|攻略|原图|色号|型号)',
  ].join('|'),
);

/** A particle at the end that makes a sentence a question; signs and emoji may follow. */
const ASKING_END = /(?:吗|么|呢)[\s\p{P}\p{S}\p{Extended_Pictographic}\uFE0F\u200D]*$/u;
/** Ends that only look so: `那么`, `什么的`, `算了呢`. */
const NOT_ASKING_END = /(?:那么|这么|没什么|要么|多么|着呢|才不呢)[\s\p{P}\p{S}]*$/u;

const ASKING_ENGLISH =
  /^\W*(?:what|where|when|who|whose|why|how|which|is|are|was|were|do|does|did|can|could|would|will|should|may|has|have|any(?:one|body) know)\b/i;

/**
 * Whether a comment asks something, as far as its words show: a question mark, the words and endings Chinese asks with
 * (without a mark as often as not), or an English beginning that asks. Wonder and scorn (`怎么这么好看`) do not count.
 */
export function isQuestion(text: string): boolean {
  const words = text.replace(NOT_WORDS, ' ').trim();
  if (words === '') return false;
  if (/[?？]/.test(words)) return true;
  if (ASKING_CHINESE.test(words)) return true;
  return (ASKING_END.test(words) && !NOT_ASKING_END.test(words)) || ASKING_ENGLISH.test(words);
}
