import type { SiteHost } from '../../../model/note';
import type { StoredNotification } from '../../../model/records';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { RichText } from '../../content/rich-text';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { useKept } from './use-kept';

const SHOWN = 5;

/** Who, what in the site's own words, and when. */
function MessageLine({ message, host }: { message: StoredNotification; host: SiteHost }) {
  const { t } = useTexts();
  const { from, title, content, at } = message;
  return (
    <li class="comment-line">
      <Avatar name={from?.nickname} url={from?.avatarUrl} size={26} />
      <div class="grow">
        <p class="comment-line-head">
          <span class="strong cut">{from?.nickname ?? t('page.message-nameless')}</span>
        </p>
        {title !== undefined && <p class="small soft cut-2">{title}</p>}
        {content !== undefined && (
          <p class="comment-line-text cut-2">
            <RichText text={content} host={host} />
          </p>
        )}
        <p class="row tiny faint">
          <Moment at={at ?? message.firstSeenAt} />
        </p>
      </div>
    </li>
  );
}

/** The newest messages that are kept of the notification page. */
export function MessagesCard({ host }: { host: SiteHost }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const kept = useKept(async () => {
    const messages = await ports.readers.listNotifications(SHOWN);
    return messages.length === 0 ? undefined : messages;
  });
  return (
    <Card title={t('page.messages')}>
      <AsyncView
        of={kept.of}
        empty={<p class="small soft">{t('page.messages-none')}</p>}
        onRetry={kept.retry}
      >
        {(messages) => (
          <ul>
            {messages.map((message) => (
              <MessageLine key={message.id} message={message} host={host} />
            ))}
          </ul>
        )}
      </AsyncView>
    </Card>
  );
}
