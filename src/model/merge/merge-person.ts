import type { Person } from '../author';

/**
 * A person as two sources mention them, the second one newer. A masked id never overwrites a site id; what the newer
 * one does not say stays. Two different people (a comment cannot change its author, but a source may be wrong) are
 * not mixed: the newer one stands alone.
 */
export function mergePersons(older: Person | undefined, newer: Person | undefined): Person | undefined {
  if (!older || !newer) return newer ?? older;
  if (older.id.kind === 'site' && newer.id.kind === 'masked') return fillPerson(newer, older, older.id);
  if (older.id.kind === newer.id.kind && older.id.value !== newer.id.value) return newer;
  return fillPerson(newer, older, newer.id);
}

function fillPerson(first: Person, second: Person, id: Person['id']): Person {
  const nickname = first.nickname ?? second.nickname;
  const avatarUrl = first.avatarUrl ?? second.avatarUrl;
  const redId = first.redId ?? second.redId;
  const xsecToken = first.xsecToken ?? second.xsecToken;
  return {
    id,
    ...(nickname === undefined ? {} : { nickname }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(redId === undefined ? {} : { redId }),
    ...(xsecToken === undefined ? {} : { xsecToken }),
  };
}
