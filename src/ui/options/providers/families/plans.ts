/** Plans of Parse.bot (its documentation, 2026); `unknown`: the user has not said. */
export const PLANS = ['unknown', 'free', 'hobby', 'developer'] as const;
export type PlanChoice = (typeof PLANS)[number];
