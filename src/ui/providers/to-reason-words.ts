import type { Texts } from '../text-context';

const KNOWN = ['enterprise', 'deprecated', 'wrong-note', 'page-without-new-rows'] as const;

/** A failure's reason in the user's words; a field's name stays as it is. */
export function toReasonWords(reason: string, { t }: Texts): string {
  const known = KNOWN.find((word) => word === reason);
  return known ? t(`providers.reason-${known}`) : reason;
}
