import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTranslate, type Language, type Translate } from '../i18n/t';

/** The language a page speaks: its texts and the form of its numbers and dates. */
export interface Texts {
  readonly t: Translate;
  readonly language: Language;
}

export function createTexts(language: Language): Texts {
  return { t: createTranslate(language), language };
}

export const TextContext = createContext<Texts>(createTexts('en'));

/** The texts of the page around a component. */
export function useTexts(): Texts {
  return useContext(TextContext);
}
