/** Format → the ending of its files, without the dot. */
export const EXPORT_FILE_ENDINGS = {
  csv: 'csv',
  xlsx: 'xlsx',
  markdown: 'md',
  json: 'json',
  jsonl: 'jsonl',
  parquet: 'parquet',
} as const;
