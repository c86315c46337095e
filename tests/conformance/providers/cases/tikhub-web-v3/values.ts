import { outer, REQUEST_ID } from '../tikhub/envelope';
import { NOTE } from './bodies';

export const P = '/api/v1/xiaohongshu/web_v3';
export const TOKEN = 'ABx=';
export const wrap = (path: string, data: unknown) => outer(path, { ok: true, data });
export const paid = { billed: true, requestId: REQUEST_ID } as const;
export const asked = { noteId: NOTE, xsecToken: TOKEN };
export const detailPath = `${P}/fetch_note_detail`;
export const detail = (items: unknown) => wrap(detailPath, { items });

export const basicInfo = {
  nickname: '面包师',
  redId: '100200300',
  desc: '每天一个面包',
  images: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
  imageb: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg?b',
  ipLocation: '湖北',
  gender: 1,
};
