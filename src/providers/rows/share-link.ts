/** An address ends at a blank, a quote or a bracket, and at Chinese letters and punctuation. */
const ADDRESS =
  /https?:\/\/(?:[\w-]+\.)*(?:xiaohongshu|rednote|xhslink)\.com\/[^\s"'<>()[\]{}\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*/i;

/** The first address of the site or its short links in a shared text; `undefined` when there is none. */
export function findShareLink(text: string): string | undefined {
  return ADDRESS.exec(text.slice(0, 20_000))?.[0];
}
