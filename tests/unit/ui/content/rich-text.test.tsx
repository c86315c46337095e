// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { RichText } from '../../../../src/ui/content/rich-text';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

async function draw(text: string, mentions: Parameters<typeof RichText>[0]['mentions'] = []) {
  shown = await renderUi(<RichText text={text} mentions={mentions} />);
  return document.querySelector<HTMLElement>('.rich-text');
}

describe('rich text', () => {
  it('makes no element of what a stranger wrote', async () => {
    const text =
      '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> &lt;b&gt; https://evil.example/';
    const drawn = await draw(text);
    expect(drawn?.children).toHaveLength(0);
    expect(drawn?.textContent).toBe(text);
  });

  it('links topics to the site only, whatever their name is', async () => {
    const drawn = await draw('#javascript:alert(1)[话题]# and #../../evil?x=1&type=9[话题]#');
    const links = [...(drawn?.querySelectorAll('a') ?? [])].map((link) => new URL(link.href));
    expect(links.map((link) => `${link.origin}${link.pathname}`)).toEqual([
      'https://www.xiaohongshu.com/search_result',
      'https://www.xiaohongshu.com/search_result',
    ]);
    expect(links.map((link) => link.searchParams.get('type'))).toEqual(['54', '54']);
  });

  it('builds no link from a masked id', async () => {
    const drawn = await draw('hello @Someone', [{ id: { kind: 'masked', value: 'x' }, nickname: 'Someone' }]);
    expect(drawn?.querySelector('a')).toBeNull();
    expect(drawn?.querySelector('.rich-mention')?.textContent).toBe('@Someone');
  });

  it('says an emoji by its name', async () => {
    const drawn = await draw('good [赞R]');
    expect(drawn?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('赞R');
  });
});
