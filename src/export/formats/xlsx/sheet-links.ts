import type { Cell } from '../../columns.catalog';
import { isMediaHost } from '../../../site/media-hosts.catalog';
import { toAttributeXml } from './cell-text';
import type { SheetColumn } from './sheet-column';
import { toColumnName } from './sheet-column';

/** Excel opens no sheet with more than 65,530 (Excel specifications and limits, Microsoft, 2025). */
const MOST_LINKS = 60_000;

/** The clickable cells of a sheet: a column that says the same in many rows is one link over all of them. */
export interface SheetLinks {
  add(row: number, cells: readonly Cell[]): void;
  /** The element behind the rows, and the part that says where the links lead; `undefined` without links. */
  finish(): { readonly element: string; readonly relations: string } | undefined;
}

interface Link {
  readonly column: number;
  readonly from: number;
  to: number;
  readonly target: string;
}

/** Links in the columns of addresses, to the site and its media alone; cells beyond the most keep their text. */
export function createSheetLinks(columns: readonly SheetColumn[]): SheetLinks {
  const linked = columns.flatMap(({ id }, index) =>
    id.endsWith('_url') || id === 'pictures' ? [index] : [],
  );
  const links: Link[] = [];
  const last = new Map<number, Link>();
  return {
    add(row, cells) {
      for (const column of linked) {
        const cell = cells[column];
        const target = typeof cell === 'string' ? findTarget(cell) : undefined;
        const before = last.get(column);
        if (target === undefined) last.delete(column);
        else if (before?.target === target) before.to = row;
        else if (links.length < MOST_LINKS) {
          const link = { column, from: row, to: row, target };
          links.push(link);
          last.set(column, link);
        } else last.delete(column);
      }
    },
    finish() {
      if (links.length === 0) return undefined;
      const ids = new Map<string, string>();
      for (const { target } of links) if (!ids.has(target)) ids.set(target, `rId${ids.size + 1}`);
      const element = links.map(
        (link) => `<hyperlink ref="${toPlace(link)}" r:id="${ids.get(link.target) ?? ''}"/>`,
      );
      const relations = [...ids].map(
        ([target, id]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"` +
          ` Target="${toAttributeXml(target)}" TargetMode="External"/>`,
      );
      return { element: `<hyperlinks>${element.join('')}</hyperlinks>`, relations: relations.join('') };
    },
  };
}

function toPlace({ column, from, to }: Link): string {
  const name = toColumnName(column);
  return from === to ? `${name}${from}` : `${name}${from}:${name}${to}`;
}

/** The first address of a cell, if it leads to the site or its media. */
function findTarget(cell: string): string | undefined {
  const [first = ''] = cell.split(' ', 1);
  if (!URL.canParse(first)) return undefined;
  const url = new URL(first);
  const isSite = /(?:^|\.)(?:xiaohongshu|rednote)\.com$/.test(url.hostname) || isMediaHost(url.hostname);
  return url.protocol === 'https:' && isSite ? url.href : undefined;
}
