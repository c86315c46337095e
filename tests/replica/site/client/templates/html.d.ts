export function escapeHtml(text: string): string;
export function svgIcon(symbol: string, size: number, className?: string): string;
