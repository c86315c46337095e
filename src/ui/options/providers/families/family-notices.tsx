import { FAMILIES } from '../../../../model/providers/provider.catalog';
import { Moment } from '../../../content/moment';
import { Button } from '../../../controls/button';
import { formatMoment } from '../../../format/format-time';
import { AccessButton } from '../../../providers/access-button';
import { toReasonWords } from '../../../providers/to-reason-words';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { Notice } from '../../../surfaces/notice';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';

/** What keeps the key from being used, each with its way on. */
export function FamilyNotices({ family, store }: FamilyProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t, language } = texts;
  const save = useSave();
  const { label } = FAMILIES[family.family];
  const retry = () =>
    void save(ports.client('provider.retry', { family: family.family }).then((state) => store.put(state)));
  const { out, balance } = family;
  return (
    <>
      {!family.hasAccess && (
        <Notice
          icon="shield"
          shape="strip"
          tone="warn"
          title={t('keys.no-access-title', { family: label })}
          actions={<AccessButton size="small" family={family.family} onGiven={() => void store.refresh()} />}
        >
          {t('keys.no-access-text')}
        </Notice>
      )}
      {family.state === 'locked' && (
        <Notice icon="lock" shape="line" tone="warn" title={t('keys.locked-title')}>
          {t('keys.locked-text')}
        </Notice>
      )}
      {family.state === 'out' && (
        <Notice
          icon="alert"
          shape="strip"
          tone="bad"
          title={t('keys.out-title', { family: label })}
          actions={
            <Button size="small" icon="refresh" onClick={retry}>
              {t('keys.try-again')}
            </Button>
          }
        >
          {out && (
            <p class="row wrap">
              <span>{t(`providers.kind-${out.failure.kind}`)}</span>
              {out.failure.reason !== undefined && <span>{toReasonWords(out.failure.reason, texts)}</span>}
              <Moment at={out.at} />
            </p>
          )}
        </Notice>
      )}
      {balance?.isEmailVerified === false && (
        <Notice icon="alert" shape="line" tone="warn" title={t('keys.email-unverified')} />
      )}
      {balance?.isActive === false && (
        <Notice icon="alert" shape="line" tone="warn" title={t('keys.inactive')} />
      )}
      {balance?.expiresAt !== undefined && (
        <p class="small soft">{t('keys.expires', { when: formatMoment(balance.expiresAt, language) })}</p>
      )}
    </>
  );
}
