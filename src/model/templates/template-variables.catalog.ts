/** What a template may be filled in with: only what is stored of the target. */
export const TEMPLATE_VARIABLES = ['nickname', 'place', 'title', 'author'] as const;

export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** How each is written between braces, in every language, whichever the page speaks. */
export const VARIABLE_NAMES: Readonly<Record<TemplateVariable, readonly string[]>> = {
  nickname: ['nickname', '昵称'],
  place: ['place', '地区'],
  title: ['title', '标题'],
  author: ['author', '作者'],
};
