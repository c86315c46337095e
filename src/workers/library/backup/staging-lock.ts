/** Held as long as a backup lies unpacked and somebody decides about it: nobody clears it away meanwhile. */
export const STAGING_LOCK = 'backup.staging';
