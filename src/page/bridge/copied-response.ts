/** What the observer hands over of one response, as text; nothing in it has been parsed, and the page may have forged it. */
export interface CopiedResponse {
  readonly url: string;
  readonly status: number;
  /** Missing when the body is larger than `MAX_BODY_LENGTH`, or is no text. */
  readonly body: string | undefined;
  /** Body of the request where the page sent a short text. */
  readonly requestBody: string | undefined;
  /** Address of the page when the response came. */
  readonly pageUrl: string;
}

/** Characters of a response's body beyond which it is not copied. */
export const MAX_BODY_LENGTH = 8_000_000;

/** Characters of a request's body beyond which it is left out. */
export const MAX_REQUEST_LENGTH = 200_000;
