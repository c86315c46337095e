import { AppError } from '../../model/errors';

/** The site's box is one line: what was typed over several is joined by blanks. `invalid-input` where nothing is left. */
export function toOneLine(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (line === '') throw new AppError('invalid-input', { details: { reason: 'no-content' } });
  return line;
}
