import * as z from 'zod/mini';

/**
 * Where a value came from and when it was seen at the source (epoch ms). `source` is `page` for the site itself or a
 * provider's id; `via` names the door: `ssr` (the page's inline state), `state` (its live state), or an endpoint id.
 */
export const observationSchema = z.object({
  source: z.string(),
  via: z.string(),
  at: z.number(),
});

export type Observation = z.infer<typeof observationSchema>;
