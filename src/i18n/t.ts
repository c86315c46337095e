import { en } from './en';
import { zhCN } from './zh-CN';

/** The list of keys: Chinese is the source, English must have the same ones with the same placeholders. */
export type TextKey = keyof typeof zhCN;
export type Language = 'zh-CN' | 'en';

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Values<Key extends TextKey> = Record<Names<(typeof zhCN)[Key]>, string | number>;

/** `t('panel.coverage', { captured: 3, total: 9 })`: a key without placeholders takes no second argument. */
export type Translate = <Key extends TextKey>(
  key: Key,
  ...values: Names<(typeof zhCN)[Key]> extends never ? [] : [Values<Key>]
) => string;

const TEXTS: Record<Language, Record<TextKey, string>> = { 'zh-CN': zhCN, en };

/** `{name}`, or `{name|one|many}`: the word that goes with that number, in languages that tell one from many. */
const PLACEHOLDER = /\{([\w-]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The texts of one language. Placeholders are written as they are handed in; numbers in the language's own form. */
export function createTranslate(language: Language): Translate {
  const numbers = new Intl.NumberFormat(language);
  return (key, ...values) => {
    const byName: Record<string, string | number> = values[0] ?? {};
    return TEXTS[language][key].replace(PLACEHOLDER, (whole, name: string, one?: string, many?: string) => {
      const value = byName[name];
      if (value === undefined) return whole;
      if (one !== undefined) return (Number(value) === 1 ? one : many) ?? '';
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

/** The language to use: the user's choice, else Chinese for any Chinese browser, else English. */
export function findLanguage(choice: 'auto' | Language, browserLanguage: string): Language {
  if (choice !== 'auto') return choice;
  return browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
