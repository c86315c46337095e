import { randomUUID } from 'node:crypto';
import type { SiteFaults } from '../../types';
import type { Answer } from '../exchange';
import { type ApiResult, refuse } from './api-call';

/**
 * The stop sign instead of an answer to a comment request, if one is switched on: HTTP 461 or 471 with the headers that
 * the page's client reads (site bundle xhs-pc-web 6.12.1, 2026-05), or a bare HTTP status.
 */
export function takeCommentStop(faults: SiteFaults): Answer | undefined {
  if (faults.captchaOnComments > 0) {
    faults.captchaOnComments -= 1;
    return toCaptcha(461);
  }
  if (faults.captcha471OnComments > 0) {
    faults.captcha471OnComments -= 1;
    return toCaptcha(471);
  }
  if (faults.commentsStatus === undefined) return undefined;
  return { status: faults.commentsStatus, headers: { 'content-type': 'application/json' }, body: '{}' };
}

function toCaptcha(status: 461 | 471): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      verifytype: '102',
      verifyuuid: randomUUID(),
      riskuuid: randomUUID(),
      verifymsg: '',
      'x-biz': 'sns_web',
      resultpolicy: '400',
    },
    body: '{}',
  };
}

export function findCodeFault(faults: SiteFaults): ApiResult | undefined {
  return faults.commentsCode === undefined ? undefined : refuse(faults.commentsCode);
}

/** Spoils the text of a comment body as switched. */
export function spoilBody(faults: SiteFaults, text: string): { body: string; contentType: string } {
  const json = 'application/json; charset=utf-8';
  switch (faults.commentsBody) {
    case 'cut':
      return { body: text.slice(0, Math.floor(text.length / 2)), contentType: json };
    case 'html':
      return {
        body: '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>',
        contentType: 'text/html',
      };
    case 'renamed':
      return { body: text.replace('"comments":', '"comment_list":'), contentType: json };
    case 'normal':
    case 'other-note':
      return { body: text, contentType: json };
  }
}
