const NAMES = [
  ...['like', 'unlike', 'favorite', 'unfavorite', 'comment', 'reply'],
  ...['like-comment', 'unlike-comment', 'delete-own-comment'],
];

/** As fast as the settings allow, with no cap and no night. */
export const FAST_ACTING = {
  ...{ minGapMs: 1_000, jitterMs: 0, quietHours: null, rehearse: false, sendsQueues: true },
  dailyCaps: Object.fromEntries(NAMES.map((name) => [name, 500])),
};

export const FAST_LOADING = { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 };
