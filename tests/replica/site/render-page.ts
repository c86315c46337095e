import type { PageAnswer, PageContext, PageRequest, RenderSitePage } from '../page-contract';
import { renderBoardPage } from './pages/board-page';
import { renderExplorePage } from './pages/explore-page';
import { renderNotePage } from './pages/note-page';
import { renderNotificationPage } from './pages/notification-page';
import { renderPlainPage } from './pages/plain-page';
import { renderProfilePage } from './pages/profile-page';
import { renderSearchPage } from './pages/search-page';

type Render = (request: PageRequest, context: PageContext, ids: readonly string[]) => PageAnswer | undefined;

const ID = '([0-9a-f]{24})';

function noteAfter(defaultSource: string): Render {
  return (request, context, ids) =>
    renderNotePage(context, {
      noteId: ids.at(-1) ?? '',
      source: request.query.get('xsec_source') || defaultSource,
    });
}

/** The site's routes (site bundle xhs-pc-web 6.12.1, 2026-05) as far as the replica has pages for them. */
const ROUTES: readonly (readonly [RegExp, Render])[] = [
  [/^\/(?:explore)?$/, (_request, context) => renderExplorePage(context)],
  [new RegExp(`^/explore/${ID}$`), noteAfter('pc_feed')],
  [new RegExp(`^/discovery/item/(?:sgh/)?${ID}$`), noteAfter('app_share')],
  [new RegExp(`^/search_result(?:_ai)?/${ID}$`), noteAfter('pc_search')],
  [new RegExp(`^/activity/51/${ID}$`), noteAfter('pc_feed')],
  [new RegExp(`^/notification/${ID}$`), noteAfter('pc_notice')],
  [new RegExp(`^/user/profile/${ID}/${ID}$`), noteAfter('pc_user')],
  [new RegExp(`^/board/${ID}/${ID}$`), noteAfter('pc_user')],
  [/^\/search_result\/?$/, renderSearchPage],
  [new RegExp(`^/user/profile/${ID}$`), renderProfilePage],
  [new RegExp(`^/board/${ID}$`), renderBoardPage],
  [/^\/notification$/, (_request, context) => renderNotificationPage(context)],
  [/^\/(?:404|login|website-login|web-login|browseSearch)(?:\/.*)?$/, renderPlainPage],
];

/** Renders a page of www.xiaohongshu.com or www.rednote.com; `undefined` where the site has no such route. */
export const renderSitePage: RenderSitePage = (request, context) => {
  for (const [pattern, render] of ROUTES) {
    const match = pattern.exec(request.path);
    if (match) return render(request, context, match.slice(1));
  }
  return undefined;
};
