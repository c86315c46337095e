import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../../src/model/templates/fill-template';
import { toTemplateFacts } from '../../../../src/model/templates/to-template-facts';

const FACTS = { nickname: '小夏', place: '浙江', title: '春茶', author: '茶小姐' };

describe('a template that is filled in', () => {
  it('puts what is known in place of the variables, by their names in any language', () => {
    expect(fillTemplate('{昵称}你好，{nickname}！{ 地区 }的{TITLE}，{作者}', FACTS).text).toBe(
      '小夏你好，小夏！浙江的春茶，茶小姐',
    );
  });

  it('keeps a text without variables as it is, blanks and all', () => {
    expect(fillTemplate('a  b ,c \n d', FACTS)).toMatchObject({
      text: 'a  b ,c \n d',
      missing: [],
      unknown: [],
    });
  });

  it.each([
    ['{nickname}, thank you', 'thank you'],
    ['{昵称}，谢谢你', '谢谢你'],
    ['Hello {nickname}, welcome', 'Hello, welcome'],
    ['谢谢 {昵称}！', '谢谢！'],
    ['来自 {地区} 的朋友', '来自 的朋友'],
    ['一，{昵称}，二', '一，二'],
    ['{昵称}{地区}', ''],
    ['ok {title}', 'ok'],
    ['谢谢，{昵称}', '谢谢'],
  ])('leaves out what is not known, with the marks that stood for it alone: %s', (template, text) => {
    expect(fillTemplate(template, {}).text).toBe(text);
  });

  it('names what was left out once, and never writes a word for it', () => {
    const filled = fillTemplate('{nickname} {nickname} {place} {title}', { title: '茶' });
    expect(filled.missing).toEqual(['nickname', 'place']);
    expect(filled.text).toBe('茶');
    expect(filled.text).not.toMatch(/undefined|null/);
  });

  it('writes what stands behind the bar where the variable is not known', () => {
    const filled = fillTemplate('{昵称|朋友}你好', {});
    expect(filled).toMatchObject({ text: '朋友你好', missing: [] });
    expect(fillTemplate('{昵称|朋友}你好', FACTS).text).toBe('小夏你好');
  });

  it('takes a blank for not known, and a name of several lines for one', () => {
    expect(fillTemplate('{nickname}', { nickname: '  ' }).missing).toEqual(['nickname']);
    expect(fillTemplate('{nickname}', { nickname: ' a\nb ' }).text).toBe('a b');
  });

  it('never fills in a fact a second time, whatever stands in it', () => {
    expect(fillTemplate('{nickname}!', { nickname: '{place}', place: 'x' }).text).toBe('{place}!');
  });

  it('names braces that are no variable, and writes nothing for them', () => {
    const filled = fillTemplate('see {price} here', FACTS);
    expect(filled.unknown).toEqual(['price']);
    expect(filled.text).toBe('see here');
    expect(fillTemplate('{} { } {{nickname}}', FACTS).text).toBe('{} { } {小夏}');
  });

  it('tells a preview which part is which', () => {
    expect(fillTemplate('Hi {nickname}{place|there}{x}', { nickname: 'A' }).parts).toEqual([
      { is: 'words', text: 'Hi ' },
      { is: 'known', text: 'A', variable: 'nickname' },
      { is: 'missing', text: 'there', variable: 'place' },
      { is: 'unknown', text: '', name: 'x' },
    ]);
  });
});

describe('what is known of a target', () => {
  it('is what is stored, and nothing else', () => {
    const note = {
      title: '春茶',
      author: { id: { kind: 'site', value: 'u1' }, nickname: '茶小姐' },
    } as const;
    const comment = {
      author: { id: { kind: 'site', value: 'u2' }, nickname: '小夏' },
      place: '浙江',
    } as const;
    expect(toTemplateFacts(note, comment)).toEqual(FACTS);
    expect(toTemplateFacts(undefined, undefined)).toEqual({});
    expect(Object.keys(toTemplateFacts({}, {}))).toEqual([]);
  });
});
