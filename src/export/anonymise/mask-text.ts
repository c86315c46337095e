/** What stands in place of what was masked; the same in every language, so that it can be counted. */
export const MASK = {
  mention: '[@]',
  link: '[link]',
  mail: '[mail]',
  number: '[number]',
  contact: '[contact]',
  id: '[id]',
} as const;

/** A name may hold anything but blanks, and ends where a sentence goes on. */
const MENTION = /[@＠﹫][^\s@＠﹫,，.。!！?？:：;；、()（）[\]【】<>《》"“”'’]{1,32}/gu;
const LINK =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|xhslink\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|top|xyz|me|io|cc|vip|shop|site|link)\b(?:\/\S*)?/giu;
const MAIL = /[\p{L}\p{N}._%+-]+\s?[@＠]\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Seven digits and more, in whatever script, also with blanks and dashes between them: telephones, accounts, orders. */
const NUMBER = /[+＋]?\p{Nd}(?:[\s\-–—.·()（）]{0,2}\p{Nd}){6,}/gu;
/** Ways in which people write WeChat, QQ, Weibo, Douyin and the site's own number, and the account behind it. */
const CONTACT =
  /(?:微\s?信号?|薇\s?信|威\s?信|围\s?信|v\s?信|\+?\s?[v薇]\s?[:：]|\bvx|\bwx|\bwe\s?chat|扣\s?扣|q\s?q号?|企鹅号?|微\s?博|抖\s?音号?|小红书号|红书号|\bins(?:tagram)?|\btelegram|\btg|\bwhatsapp|\bline|加\s?我)\s*(?:是|为|id|号|[:：])*\s*[a-z0-9_][\w.-]{3,31}/giu;
const SITE_ID = /\b[0-9a-f]{24}\b/gi;

/**
 * A text without mentions, addresses, telephone numbers, accounts and the given names. It is a net, not a proof: what
 * people tell of themselves in words stays.
 */
export function maskText(text: string, names: readonly string[]): string {
  let masked = text;
  // Longer names first: one may be the beginning of another. One character is a word more often than a name.
  for (const name of [...new Set(names)]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length)) {
    masked = masked.replaceAll(`@${name}`, MASK.mention).replaceAll(name, MASK.mention);
  }
  return masked
    .replace(MAIL, MASK.mail)
    .replace(LINK, MASK.link)
    .replace(SITE_ID, MASK.id)
    .replace(CONTACT, MASK.contact)
    .replace(MENTION, MASK.mention)
    .replace(NUMBER, MASK.number);
}
